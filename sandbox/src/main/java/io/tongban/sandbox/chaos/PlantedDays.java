package io.tongban.sandbox.chaos;

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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A day of the run in two books that differ in rows that are known: what was booked is moved to a past day on both sides,
 * and some of it on one side alone, or by a fen. The gateway has to find these rows and no other. Of a system of other
 * make, whose books nobody else can change, it is the day of the run itself, of which some is moved in ours alone.
 */
final class PlantedDays {
    /** Within the days for which every province has its books at hand. */
    private static final int DAYS_AGO = 4;
    /** Of each kind and province. */
    private static final int OF_A_KIND = 3;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String BOOKED =
            "select serial from withholding where state = 'CONFIRMED' and province = ? and partner_reference like ?";
    private static final String DAY_BOOKED = "(booked_at at time zone 'Asia/Shanghai')::date";
    private static final String LAST_DAY =
            BOOKED.replace("select serial", "select max(" + DAY_BOOKED + ")") + " having count(*) > 0";

    private static final Duration AT_MOST = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final SandboxStack stack;
    private final PastDays past;
    private final String run;
    private final SplittableRandom dice;
    private final List<String> otherMakes;

    /** @param otherMakes codes of those beside the simulators */
    PlantedDays(SandboxStack stack, List<String> otherMakes, String run, long seed) {
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
        for (String code : otherMakes) {
            provinces.add(ofOtherMake(code));
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
        return new Province(
                code,
                LocalDate.now(SHANGHAI).minusDays(DAYS_AGO),
                Optional.of(stack.postgres().dataSource("sim_" + code)),
                simulator.knownFaults().contains(Fault.HALF_A_BATCH),
                texts(BOOKED + " order by serial", code, run + "%"));
    }

    /** The day on which it booked last: a run may see midnight pass. */
    private Province ofOtherMake(String code) throws SQLException {
        List<String> days = texts(LAST_DAY, code, run + "%");
        LocalDate day = days.isEmpty() ? LocalDate.now(SHANGHAI) : LocalDate.parse(days.get(0));
        return new Province(
                code,
                day,
                Optional.empty(),
                false,
                texts(BOOKED + " and " + DAY_BOOKED + " = ?::date order by serial", code, run + "%", day.toString()));
    }

    /** One province's book of the day and the gateway's. */
    private final class Province {
        private final String code;
        private final LocalDate day;
        /** Empty where nobody but the province itself may write. */
        private final Optional<DataSource> book;
        /** Written apart from any question: a file may be older than what was planted since. */
        private final boolean byFiles;

        private final List<String> booked;
        /** Reason and serial. */
        private final Set<String> planted = new TreeSet<>();

        Province(String code, LocalDate day, Optional<DataSource> book, boolean byFiles, List<String> booked) {
            this.code = code;
            this.day = day;
            this.book = book;
            this.byFiles = byFiles;
            this.booked = List.copyOf(booked);
        }

        void plant() throws SQLException {
            List<String> left = new ArrayList<>(booked);
            if (book.isPresent()) {
                past.moveBoth(code, booked, day);
            }
            for (int i = 0; i < OF_A_KIND && left.size() >= 3; i++) {
                past.moveOurs(List.of(planted("unknown-here", left)), day.plusDays(1));
                if (book.isPresent()) {
                    past.moveTheirs(code, List.of(planted("missing-there", left)), day.plusDays(1));
                    add(book.get(), planted("amount-differs", left), 1);
                }
            }
            past.compare(code, day);
        }

        private String planted(String reason, List<String> left) {
            String serial = left.remove(dice.nextInt(left.size()));
            planted.add(reason + " " + serial);
            return serial;
        }

        DayComparison found() throws Exception {
            Set<String> told = await(() -> told("and gone_at is null"), planted);
            Set<String> found = new HashSet<>(planted);
            found.retainAll(told);
            Set<String> invented = byFiles ? told : told("");
            invented.removeAll(planted);
            return new DayComparison(planted.size(), found.size(), invented.size(), 0);
        }

        private Set<String> told(String which) throws SQLException {
            return new TreeSet<>(texts(
                    "select reason || ' ' || serial from reconciliation_difference where province = ? and day = ?::date "
                            + which,
                    code,
                    day.toString()));
        }

        void putRight() throws SQLException {
            past.moveOurs(booked, day);
            if (book.isPresent()) {
                past.moveTheirs(code, booked, day);
            }
            for (String row : planted) {
                if (row.startsWith("amount-differs ")) {
                    add(book.orElseThrow(), row.substring(row.indexOf(' ') + 1), -1);
                }
            }
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

        private void add(DataSource theirs, String serial, int fen) throws SQLException {
            update(theirs, "update booking set amount_fen = amount_fen + " + fen + " where serial = ?", serial);
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

    private static void update(DataSource books, String sql, String... values) throws SQLException {
        try (Connection connection = books.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }
}
