package io.tongban.sandbox.chaos;

import io.tongban.sandbox.farside.Mistake;
import io.tongban.sandbox.farside.Mistake.Kind;
import io.tongban.sandbox.farside.OtherMake;
import io.tongban.sandbox.launcher.PastDays;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Simulator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A day of the run in two books that differ in rows that are known: what was booked is moved to a past day on both sides,
 * and some of it on one side alone, or by a fen. The gateway has to find these rows and no other. Of a system of other
 * make, which books what it is asked for when it is asked, it is the day of the run itself, and the system is told what to
 * tell wrongly.
 */
final class PlantedDays {
    /** Within the days for which every province has its books at hand. */
    private static final int DAYS_AGO = 4;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String OF_THE_RUN =
            " from withholding where state = 'CONFIRMED' and province = ? and partner_reference like ?";
    private static final String BOOKED = "select serial || ' ' || amount_fen" + OF_THE_RUN;
    private static final String DAY_BOOKED = "(booked_at at time zone 'Asia/Shanghai')::date";
    private static final String LAST_DAY = "select max(" + DAY_BOOKED + ")" + OF_THE_RUN + " having count(*) > 0";

    private static final Duration AT_MOST = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final SandboxStack stack;
    private final PastDays past;
    private final String run;
    private final SplittableRandom dice;
    private final List<OtherMake> otherMakes;

    /** @param otherMakes those beside the simulators */
    PlantedDays(SandboxStack stack, List<OtherMake> otherMakes, String run, long seed) {
        this.stack = stack;
        this.otherMakes = List.copyOf(otherMakes);
        this.past = new PastDays(stack.postgres());
        this.run = run;
        this.dice = new SplittableRandom(seed);
    }

    DayComparison compare() throws Exception {
        List<Province> provinces = new ArrayList<>();
        Set<String> compared = new HashSet<>(texts("select distinct province from reconciliation_day"));
        for (Simulator simulator : stack.provinces()) {
            if (compared.contains(simulator.provinceCode())) {
                provinces.add(simulated(simulator));
            }
        }
        for (OtherMake each : otherMakes) {
            provinces.add(ofOtherMake(each));
        }
        for (Province province : provinces) {
            province.plant();
        }
        DayComparison all = DayComparison.NONE;
        for (Province province : provinces) {
            all = all.plus(province.found());
        }
        for (Province province : provinces) {
            province.putRight();
        }
        for (Province province : provinces) {
            all = all.plus(province.signed());
        }
        return all;
    }

    private Province simulated(Simulator simulator) throws SQLException {
        String code = simulator.provinceCode();
        LocalDate day = LocalDate.now(SHANGHAI).minusDays(DAYS_AGO);
        Map<String, Long> booked = booked(BOOKED, code, run + "%");
        return new Province(
                code,
                day,
                EnumSet.of(Kind.LOST, Kind.OTHER),
                mistakes -> rewrite(code, booked, day, mistakes),
                simulator.knownFaults().contains(Fault.HALF_A_BATCH),
                booked);
    }

    /** A simulator's book is a table: all of it is put on the day, as it was, but for what is to be wrong. */
    private void rewrite(String code, Map<String, Long> booked, LocalDate day, List<Mistake> mistakes)
            throws SQLException {
        past.moveTheirs(code, List.copyOf(booked.keySet()), day);
        Map<String, Long> amounts = new TreeMap<>(booked);
        List<String> lost = new ArrayList<>();
        for (Mistake mistake : mistakes) {
            if (mistake.kind() == Kind.LOST) {
                lost.add(mistake.serial());
            } else {
                amounts.put(mistake.serial(), mistake.fen());
            }
        }
        past.moveTheirs(code, lost, day.plusDays(1));
        try (Connection connection = stack.postgres().dataSource("sim_" + code).getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update booking set amount_fen = ? where serial = ?")) {
            for (Map.Entry<String, Long> each : amounts.entrySet()) {
                update.setLong(1, each.getValue());
                update.setString(2, each.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** The day on which it booked last: a run may see midnight pass. */
    private Province ofOtherMake(OtherMake make) throws SQLException {
        List<String> days = texts(LAST_DAY, make.code(), run + "%");
        LocalDate day = days.isEmpty() ? LocalDate.now(SHANGHAI) : LocalDate.parse(days.get(0));
        return new Province(
                make.code(),
                day,
                make.kinds(),
                make::mistake,
                make.tellsByFiles(),
                booked(BOOKED + " and " + DAY_BOOKED + " = ?::date", make.code(), run + "%", day.toString()));
    }

    /** A province's own book: from now on it is wrong in this, and in nothing else. */
    private interface TheirBook {
        void mistake(List<Mistake> mistakes) throws Exception;
    }

    /** One province's book of the day and the gateway's. */
    private final class Province {
        private final String code;
        private final LocalDate day;
        private final TheirBook theirs;
        /** Written apart from any question: a file may be older than what was planted since. */
        private final boolean byFiles;

        private final List<String> booked;
        private final PlantedRows rows;

        Province(
                String code,
                LocalDate day,
                Set<Kind> kinds,
                TheirBook theirs,
                boolean byFiles,
                Map<String, Long> booked) {
            this.code = code;
            this.day = day;
            this.theirs = theirs;
            this.byFiles = byFiles;
            this.booked = List.copyOf(booked.keySet());
            this.rows = new PlantedRows(kinds, booked, day, dice);
        }

        void plant() throws Exception {
            past.moveOurs(booked, day);
            past.moveOurs(rows.elsewhere(), day.plusDays(1));
            theirs.mistake(rows.mistakes());
            past.compare(code, day);
        }

        DayComparison found() throws Exception {
            Set<String> told = await(() -> told("and gone_at is null"), rows.told());
            Set<String> found = new HashSet<>(rows.told());
            found.retainAll(told);
            Set<String> invented = byFiles ? told : told("");
            invented.removeAll(rows.told());
            return new DayComparison(rows.told().size(), found.size(), invented.size(), 0);
        }

        private Set<String> told(String which) throws SQLException {
            return new TreeSet<>(texts(
                    "select reason || ' ' || serial from reconciliation_difference where province = ? and day = ?::date "
                            + which,
                    code,
                    day.toString()));
        }

        void putRight() throws Exception {
            past.moveOurs(booked, day);
            theirs.mistake(List.of());
        }

        DayComparison signed() throws Exception {
            Set<String> agreed = Set.of("AGREED");
            Set<String> state = await(
                    () -> new TreeSet<>(texts(
                            "select state from reconciliation_day where province = ? and day = ?::date",
                            code,
                            day.toString())),
                    agreed);
            return new DayComparison(0, 0, 0, state.equals(agreed) ? 0 : 1);
        }
    }

    private DataSource gateway() {
        return stack.postgres().dataSource("gateway");
    }

    private interface Look {
        Set<String> now() throws SQLException;
    }

    /** What is seen when it is as expected, or when it has not been so for long enough. */
    private static Set<String> await(Look look, Set<String> expected) throws SQLException, InterruptedException {
        long end = System.nanoTime() + AT_MOST.toNanos();
        Set<String> seen = look.now();
        while (!seen.equals(expected) && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            seen = look.now();
        }
        return seen;
    }

    private Map<String, Long> booked(String sql, String... values) throws SQLException {
        Map<String, Long> booked = new TreeMap<>();
        for (String row : texts(sql, values)) {
            int space = row.indexOf(' ');
            booked.put(row.substring(0, space), Long.valueOf(row.substring(space + 1)));
        }
        return booked;
    }

    private List<String> texts(String sql, String... values) throws SQLException {
        try (Connection connection = gateway().getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
