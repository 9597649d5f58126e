package io.tongban.sandbox.demo;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.payout.PartState;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sandbox.launcher.CutOffs;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.population.CitizenNumbers;
import io.tongban.sandbox.population.Platform;
import io.tongban.sandbox.population.Population;
import io.tongban.sandbox.province.Booking;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sdk.Tongban;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Three riders earn on two platforms in one month: what each platform is told, and the one contribution of each. */
final class RidersMonth {
    private static final String PROVINCE = "44";
    private static final String PENSION = "AAE140:110";
    private static final int RIDERS = 3;
    /** Of the month and of each payout; the platforms of a rider come to a hundred. */
    private static final int[] SHARES = {60, 40};

    private static final int PAYOUT_PERCENT = 30;
    private static final long BASE_FEN = 551_000;
    private static final long[] EARNED_FEN = {180_000, 130_000, 120_000, 90_000};
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final SandboxStack stack;
    /** After last month's cut-off day, so that all payouts are for last month. */
    private final LocalDate firstPaid =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).withDayOfMonth(16);

    private final StringBuilder text = new StringBuilder();
    private long heldFen;
    private long bookedFen;
    private int bookings;
    private int open;

    private RidersMonth(SandboxStack stack) {
        this.stack = stack;
    }

    /** @param right whether the province has one contribution of each rider, of exactly what was held back */
    record Told(String text, boolean right) {}

    static Told told(SandboxStack stack) throws Exception {
        List<Platform> platforms = Population.platforms().subList(0, SHARES.length);
        try (Tongban one = Clients.client(platforms.get(0), stack);
                Tongban two = Clients.client(platforms.get(1), stack)) {
            return new RidersMonth(stack).told(platforms, List.of(one, two));
        }
    }

    private Told told(List<Platform> platforms, List<Tongban> clients) throws Exception {
        YearMonth period = YearMonth.from(firstPaid);
        line("  Three riders earn on two platforms in %s; pension of a base of 5,510.00 yuan", period);
        line(
                "  %-7s %-20s %6s %11s %13s %13s %12s",
                "rider", "platform", "share", "paid on", "earned yuan", "hold yuan", "held yuan");
        List<List<Payout>> payouts = new ArrayList<>();
        for (int rider = 0; rider < RIDERS; rider++) {
            payouts.add(earned(rider, platforms, clients));
        }
        new CutOffs(stack.postgres()).passed(period);
        for (int rider = 0; rider < RIDERS; rider++) {
            await(clients, payouts.get(rider));
            book(rider, period);
        }
        line(
                "  the cut-off was brought forward: %d parts held %s yuan, the province booked %d contributions of %s yuan, difference %s, open %d",
                payouts.stream().mapToInt(List::size).sum(),
                yuan(heldFen),
                bookings,
                yuan(bookedFen),
                yuan(heldFen - bookedFen),
                open);
        return new Told(text.toString(), open == 0 && bookings == RIDERS && heldFen == bookedFen);
    }

    private List<Payout> earned(int rider, List<Platform> platforms, List<Tongban> clients) throws Exception {
        List<Mandate> mandates = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            mandates.add(mandate(clients.get(i), rider, SHARES[i]));
        }
        List<Payout> payouts = new ArrayList<>();
        for (int week = 0; week < EARNED_FEN.length; week++) {
            int i = week % clients.size();
            PayoutOrder order = PayoutOrder.builder()
                    .partnerReference("payout-" + firstPaid + "-" + rider + "-" + week)
                    .workerId(mandates.get(i).workerId())
                    .mandateId(mandates.get(i).id())
                    .paidOn(firstPaid.plusDays(3L * week))
                    .earnedFen(EARNED_FEN[week] * (rider + 2) / 2)
                    .build();
            Payout payout = clients.get(i).payouts().report(order);
            payouts.add(payout);
            heldFen += payout.holdFen();
            line(
                    "  %-7s %-20s %5d%% %11s %13s %13s %12s",
                    "rider-" + (rider + 1),
                    platforms.get(i).clientId(),
                    SHARES[i],
                    payout.paidOn(),
                    yuan(payout.earnedFen()),
                    yuan(payout.holdFen()),
                    yuan(payout.parts().get(0).heldFen()));
        }
        return payouts;
    }

    private Mandate mandate(Tongban tongban, int rider, int share) {
        Worker worker = tongban.workers()
                .register(WorkerRegistration.builder()
                        .partnerReference("month-rider-" + rider)
                        .citizenNumber(citizenNumber(rider))
                        .name("骑手" + "甲乙丙".charAt(rider))
                        .mobile("1420000900" + rider)
                        .province(PROVINCE)
                        .place(InsuredPlace.WORK_PLACE)
                        .sector("food-delivery")
                        .consentReference("consent-month-rider-" + rider)
                        .build());
        var unused = tongban.workers().awaitEnrolled(worker.id(), PATIENCE);
        return tongban.mandates()
                .create(MandateGrant.builder()
                        .partnerReference("mandate-month-rider-" + rider)
                        .workerId(worker.id())
                        .province(PROVINCE)
                        .insurances(List.of(PENSION))
                        .capFen(200_000)
                        .validFrom(YearMonth.from(firstPaid))
                        .signedAt(Instant.now().minusSeconds(60))
                        .agreementReference("agreement-month-rider-" + rider)
                        .payouts(PayoutTerms.builder()
                                .baseFen(BASE_FEN)
                                .sharePercent(share)
                                .payoutPercent(PAYOUT_PERCENT)
                                .build())
                        .build());
    }

    private static String citizenNumber(int rider) {
        return CitizenNumbers.compose(PROVINCE, LocalDate.of(1996, 4, 1), 99_990 + rider);
    }

    private void await(List<Tongban> clients, List<Payout> payouts) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        for (int i = 0; i < payouts.size(); i++) {
            Tongban tongban = clients.get(i % clients.size());
            String id = payouts.get(i).id();
            while (tongban.payouts().get(id).parts().get(0).state() == PartState.HELD) {
                if (Instant.now().isAfter(end)) {
                    open++;
                    break;
                }
                Thread.sleep(250);
            }
        }
    }

    /** What the province's own ledger has of the rider's month. */
    private void book(int rider, YearMonth period) {
        for (Simulator province : stack.provinces()) {
            if (province.provinceCode().equals(PROVINCE)) {
                for (Booking booking : province.ledger().bookingsOf(citizenNumber(rider))) {
                    if (booking.period().equals(period)) {
                        bookings++;
                        bookedFen += booking.amountFen();
                    }
                }
            }
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,d.%02d", fen / 100, fen % 100);
    }
}
