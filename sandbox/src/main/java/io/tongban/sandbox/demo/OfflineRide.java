package io.tongban.sandbox.demo;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.payout.InstructionRequest;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.WithholdingInstruction;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.population.CitizenNumbers;
import io.tongban.sandbox.population.Population;
import io.tongban.sdk.OfflineInstruction;
import io.tongban.sdk.Receipts;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.VerifiedPayoutReceipt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A platform that pays out while it is offline: by a signed instruction, reported afterwards, and what was too much. */
final class OfflineRide {
    private static final String PROVINCE = "44";
    private static final long BASE_FEN = 551_000;
    private static final long[] EARNED_FEN = {240_000, 30_000};
    private static final long ONLINE_FEN = 330_000;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Tongban tongban;
    private final StringBuilder text = new StringBuilder();

    private OfflineRide(Tongban tongban) {
        this.tongban = tongban;
    }

    /** @param right whether each receipt says what was held, and what was held is kept or goes back to the fen */
    record Told(String text, boolean right) {}

    static Told told(SandboxStack stack) throws Exception {
        try (Tongban tongban = Clients.client(Population.platforms().get(0), stack)) {
            return new OfflineRide(tongban).told();
        }
    }

    private Told told() {
        Mandate mandate = mandate();
        WithholdingInstruction told = tongban.payouts()
                .instruct(InstructionRequest.builder()
                        .workerId(mandate.workerId())
                        .mandateId(mandate.id())
                        .build());
        OfflineInstruction offline = OfflineInstruction.open(told.jws(), tongban.gatewayKeys());
        line(
                "  A platform goes offline with a signed instruction for %s: %d %% of a payout, %s yuan stay, at most %s yuan until %s",
                told.period(), told.ratePercent(), yuan(told.floorFen()), yuan(told.capFen()), told.cutOff());
        long[] held = new long[EARNED_FEN.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = offline.hold(EARNED_FEN[i]);
        }
        // Meanwhile another of its systems asked, as usual.
        Payout online =
                tongban.payouts().report(order(mandate, "online", ONLINE_FEN).build());
        line("  asked meanwhile: earned %s, hold %s", yuan(ONLINE_FEN), yuan(online.holdFen()));
        boolean right = true;
        for (int i = 0; i < held.length; i++) {
            Payout late = tongban.payouts()
                    .report(order(mandate, "offline-" + i, EARNED_FEN[i])
                            .heldUnder(offline.report(held[i]))
                            .build());
            VerifiedPayoutReceipt receipt =
                    Receipts.verifyPayout(tongban.payouts().receipt(late.id()).jws(), tongban.gatewayKeys());
            right &= late.holdFen() + late.returnFen() == held[i]
                    && receipt.holdFen() == late.holdFen()
                    && receipt.returnFen() == late.returnFen();
            line(
                    "  reported late: earned %s, held %s, stays held %s, goes back %s%s",
                    yuan(EARNED_FEN[i]),
                    yuan(held[i]),
                    yuan(late.holdFen()),
                    yuan(late.returnFen()),
                    late.returns().isEmpty()
                            ? ""
                            : " (" + late.returns().get(0).reason().title() + ")");
        }
        return new Told(text.toString(), right);
    }

    private PayoutOrder.Builder order(Mandate mandate, String reference, long earnedFen) {
        return PayoutOrder.builder()
                .partnerReference("ride-" + today + "-" + reference)
                .workerId(mandate.workerId())
                .mandateId(mandate.id())
                .paidOn(today)
                .earnedFen(earnedFen);
    }

    private Mandate mandate() {
        Worker worker = tongban.workers()
                .register(WorkerRegistration.builder()
                        .partnerReference("offline-rider")
                        .citizenNumber(CitizenNumbers.compose(PROVINCE, LocalDate.of(1996, 4, 1), 99_995))
                        .name("骑手丁")
                        .mobile("14200009009")
                        .province(PROVINCE)
                        .place(InsuredPlace.WORK_PLACE)
                        .sector("food-delivery")
                        .consentReference("consent-offline-rider")
                        .build());
        var unused = tongban.workers().awaitEnrolled(worker.id(), Duration.ofMinutes(1));
        return tongban.mandates()
                .create(MandateGrant.builder()
                        .partnerReference("mandate-offline-rider")
                        .workerId(worker.id())
                        .province(PROVINCE)
                        .insurances(List.of("AAE140:110"))
                        .capFen(200_000)
                        .validFrom(YearMonth.from(today).minusMonths(1))
                        .signedAt(Instant.now().minusSeconds(60))
                        .agreementReference("agreement-offline-rider")
                        .payouts(PayoutTerms.builder()
                                .baseFen(BASE_FEN)
                                .sharePercent(100)
                                .payoutPercent(30)
                                .floorFen(20_000L)
                                .limitFen(150_000L)
                                .build())
                        .build());
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,d.%02d", fen / 100, fen % 100);
    }
}
