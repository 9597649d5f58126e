package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.CutOffs;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.population.Platform;
import io.tongban.sandbox.population.Population;
import io.tongban.sandbox.province.BaseLimits;
import io.tongban.sandbox.province.Booking;
import io.tongban.sandbox.province.ContributionPolicy;
import io.tongban.sandbox.province.Simulator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Months that two platforms hold back from payouts, among the withholdings: what the platforms were told, the gateway's
 * books and the provinces' have to be the same, to the fen.
 */
final class EarnedMonths {
    static final String PREFIX = "earned-";
    private static final String KIND = "110";
    private static final int MOST_NOTES = 20;
    /** One such person for so many others. */
    private static final int FOR_WORKERS = 8;
    /** After the cut-off day of last month, so that all payouts are for last month. */
    private static final int PAID_ON_DAY = 16;

    final List<EarnedMonth> months = new ArrayList<>();
    private final SandboxStack stack;
    private final Plan plan;
    private final LocalDate paidOn =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).withDayOfMonth(PAID_ON_DAY);
    private final Queue<EarnedMonth.EarnedPayout> open = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> toldFen = new ConcurrentHashMap<>();
    private final int stride;

    EarnedMonths(SandboxStack stack, Plan plan) {
        this.stack = stack;
        this.plan = plan;
        List<Platform> platforms = Population.platforms().subList(0, EarnedMonth.PLATFORMS);
        // Systems of other make know no limits, and none of our rules.
        List<String> provinces = plan.workers.stream()
                .filter(worker -> !worker.ofOtherMake)
                .map(worker -> worker.province)
                .toList();
        int count = (provinces.size() + FOR_WORKERS - 1) / FOR_WORKERS;
        int first = plan.workers.get(plan.workers.size() - 1).index + 1;
        for (int i = 0; i < count; i++) {
            String province = provinces.get(i);
            int person = first + i * EarnedMonth.PLATFORMS;
            List<Insured> at = new ArrayList<>();
            for (int platform = 0; platform < platforms.size(); platform++) {
                at.add(new Insured(
                        person + platform,
                        province,
                        platforms.get(platform),
                        Plan.citizen(province, false, person),
                        List.of(KIND),
                        false));
            }
            months.add(month(province, at));
        }
        // One platform after the other of each, so that the parts of a month come apart.
        for (int number = 0; number < months.get(0).payouts().size(); number++) {
            for (EarnedMonth month : months) {
                open.add(month.payouts().get(number));
            }
        }
        this.stride = Math.max(1, plan.months.size() / open.size());
    }

    private EarnedMonth month(String province, List<Insured> at) {
        YearMonth period = YearMonth.from(paidOn);
        ContributionPolicy policy = ContributionPolicy.shipped();
        BaseLimits limits = policy.limits(province, KIND, period).orElseThrow();
        long yuan = 100;
        long base = (limits.lowestFloorFen() + limits.ceilingFen()) / 2 / yuan * yuan;
        long due = policy.rate(province, KIND, period).orElseThrow().amountFen(base);
        return new EarnedMonth(at, paidOn, base, due);
    }

    /**
     * How the three books compare.
     *
     * @param paid months that went to a province and are booked there
     * @param unresolved neither paid nor given back
     */
    record Compared(
            int months, long paid, long unresolved, long lost, long doubled, long differenceFen, List<String> notes) {
        Compared {
            notes = List.copyOf(notes);
        }
    }

    /** Spread evenly among the withholdings. */
    void among(Platforms platforms, int step) throws Exception {
        EarnedMonth.EarnedPayout next = step % stride == 0 ? open.poll() : null;
        if (next != null) {
            report(platforms, next);
        }
    }

    /** Those that are left, and then no more of the month. */
    void end(Platforms platforms, Callers callers) throws Exception {
        List<EarnedMonth.EarnedPayout> left = new ArrayList<>(open);
        open.clear();
        callers.each(left, payout -> report(platforms, payout));
        new CutOffs(stack.postgres()).passed(YearMonth.from(paidOn));
    }

    private void report(Platforms platforms, EarnedMonth.EarnedPayout payout) throws Exception {
        toldFen.computeIfAbsent(payout.insured().citizenNumber, none -> new LongAdder())
                .add(platforms.report(payout));
    }

    long unresolved() throws SQLException {
        return books().values().stream().filter(Book::isOpen).count();
    }

    /** What the gateway has of a month, and of its parts: held, paid and given back. */
    private record Book(String state, long dueFen, long heldFen, long paidFen, long returnedFen) {
        boolean isOpen() {
            return state.equals("COLLECTING") || state.equals("SENT");
        }
    }

    /** By worker. */
    private Map<String, Book> books() throws SQLException {
        Map<String, Book> books = new HashMap<>();
        try (Connection connection = stack.postgres().dataSource("gateway").getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select p.worker_id, m.state, m.due_fen,
                               sum(c.amount_fen) filter (where c.state = 'HELD') over (partition by m.id),
                               sum(c.amount_fen) filter (where c.state = 'PAID') over (partition by m.id),
                               sum(c.amount_fen) filter (where c.state = 'TO_RETURN') over (partition by m.id)
                          from contribution_month m
                          join contribution_part c on c.month_id = m.id
                          join payout p on p.id = c.payout_id
                         where p.partner_reference like ?
                        """)) {
            select.setString(1, PREFIX + plan.run + "%");
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    books.put(
                            rows.getString(1),
                            new Book(
                                    rows.getString(2),
                                    rows.getLong(3),
                                    rows.getLong(4),
                                    rows.getLong(5),
                                    rows.getLong(6)));
                }
            }
        }
        return books;
    }

    Compared compared() throws SQLException {
        Map<String, Simulator> byCode =
                stack.provinces().stream().collect(Collectors.toMap(Simulator::provinceCode, province -> province));
        Map<String, Book> books = books();
        List<String> notes = new ArrayList<>();
        long paid = 0;
        long unresolved = 0;
        long lost = 0;
        long doubled = 0;
        long difference = 0;
        for (EarnedMonth month : months) {
            Insured rider = month.at().get(0);
            Book book = books.get(String.valueOf(rider.workerId));
            List<Booking> booked = booked(byCode.get(rider.province), rider);
            long bookedFen = booked.stream().mapToLong(Booking::amountFen).sum();
            boolean isPaid = book != null && book.state().equals("PAID");
            paid += isPaid ? 1 : 0;
            unresolved += book != null && book.isOpen() ? 1 : 0;
            doubled += Math.max(0, booked.size() - (isPaid ? 1 : 0));
            difference += Math.abs(bookedFen - (isPaid ? month.dueFen() : 0));
            if (!isWhole(month, book)) {
                lost++;
            }
            if ((!isWhole(month, book) || booked.size() != (isPaid ? 1 : 0)) && notes.size() < MOST_NOTES) {
                notes.add(rider.province + ": earned month of rider " + rider.index + " costs " + month.dueFen()
                        + ", told " + told(rider) + ", " + book + ", " + booked.size() + " booked with " + bookedFen);
            }
        }
        return new Compared(months.size(), paid, unresolved, lost, doubled, difference, notes);
    }

    private long told(Insured rider) {
        LongAdder told = toldFen.get(rider.citizenNumber);
        return told == null ? 0 : told.sum();
    }

    /** What the platforms were told comes to the month, and so do the parts, all of them paid or all given back. */
    private boolean isWhole(EarnedMonth month, @Nullable Book book) {
        return book != null
                && told(month.at().get(0)) == month.dueFen()
                && book.dueFen() == month.dueFen()
                && (book.paidFen() == month.dueFen() || book.returnedFen() == month.dueFen())
                && book.heldFen() == 0;
    }

    private List<Booking> booked(@Nullable Simulator province, Insured rider) {
        if (province == null) {
            throw new IllegalStateException("no province " + rider.province);
        }
        return province.ledger().bookingsOf(rider.citizenNumber).stream()
                .filter(booking ->
                        booking.kind().equals(KIND) && booking.period().equals(YearMonth.from(paidOn)))
                .toList();
    }
}
