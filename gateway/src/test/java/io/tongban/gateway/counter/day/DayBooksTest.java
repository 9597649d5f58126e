package io.tongban.gateway.counter.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.Patterns;
import io.tongban.gateway.contribution.mandate.MandateFixture;
import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.counter.day.Balance.Difference;
import io.tongban.gateway.counter.day.Balance.Kind;
import io.tongban.gateway.counter.day.Balance.Line;
import io.tongban.gateway.counter.day.Entry.Operation;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.TestPiiConfig;
import io.tongban.gateway.trust.keys.GatewayKeys;
import io.tongban.gateway.trust.keys.KeysConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bank reports beside what was booked, in the database. */
class DayBooksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String BANK = House.MEITU;
    private static final Principal SUPERVISOR = new Principal.Operator(BANK, "S1");
    private static final Entry ONE = row("a", Operation.TAKEN, "T1", 100);
    private static final Entry TWO = row("b", Operation.TAKEN, "T1", 200);
    private static final Entry BACK = row("b", Operation.CANCELLED, "T1", 200);

    private final House house = new House();
    private String worker = "";
    private String mandate = "";

    @BeforeEach
    void aBankWithTwoPayments() {
        house.jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO partner (client_id, name, kind, credit_code, state, jwks, created_at, updated_at)
                VALUES (?, 'a bank', 'BANK', ?, 'ACTIVE', '{}', now(), now())
                """, BANK, House.CREDIT_CODE));
        worker = WorkerFixture.enrolled(house, BANK, 1, "44");
        mandate = MandateFixture.forPayouts(house, BANK, worker, 200_000, new PayoutTerms(551_000, 100, 100, false));
        paid(ONE);
        paid(TWO);
        house.jdbi.useHandle(handle -> {
            handle.execute("""
                    UPDATE counter_payment SET cancelled_at = now(), cancelled_day = day, cancelled_by = 'T1',
                           cancelled_point = point WHERE id = 'cpm_b'
                    """);
            handle.execute("""
                    INSERT INTO counter_outcome (payment_id, insurance, operation, client_id, day, amount_fen)
                    VALUES ('cpm_a', 'AAE140:110', 'CONFIRMED', ?, ?, 60), ('cpm_a', 'AAE140:310', 'RETURNED', ?, ?, 40)
                    """, BANK, DAY, BANK, DAY);
        });
    }

    private void paid(Entry row) {
        paid(row, DAY);
    }

    private void paid(Entry row, LocalDate day) {
        String payout = "pyo_" + row.reference();
        house.jdbi.useTransaction(handle -> {
            handle.execute("""
                    INSERT INTO payout (id, client_id, partner_reference, worker_id, mandate_id, paid_on, earned_fen,
                                        origin, reported_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 'COUNTER', now())
                    """, payout, BANK, row.reference(), worker, mandate, DAY, row.amountFen());
            handle.execute(
                    """
                    INSERT INTO counter_payment (id, client_id, payout_id, amount_fen, means, point, operator, session,
                                                 identified, receipt_code, day, taken_at)
                    VALUES (?, ?, ?, ?, 'CASH', 'c1', ?, 's', 'CARD_READ', ?, ?, now())
                    """, "cpm_" + row.reference(), BANK, payout, row.amountFen(), row.operator(), row.reference(), day);
        });
    }

    private static Entry row(String reference, Operation operation, String operator, long fen) {
        return new Entry(reference, operation, "CASH", "c1", operator, fen);
    }

    /** The first page comes with the closing. */
    private Balance.Differences differences(List<List<Entry>> pages) {
        return house.inTransaction(handle -> {
            for (int page = 0; page < pages.size(); page++) {
                ReportedStore.put(handle, BANK, DAY, page, pages.get(page));
            }
            return DayBooks.differences(handle, BANK, DAY, pages.size() - 1);
        });
    }

    @Test
    void whatBothSayTheSameDiffersNowhereInWhateverPages() {
        assertThat(differences(List.of(List.of(BACK, TWO, ONE))).named()).isEmpty();
        assertThat(differences(List.of(List.of(ONE), List.of(BACK), List.of(TWO)))
                        .named())
                .isEmpty();
        assertThat(differences(List.of(List.of(ONE), List.of(TWO), List.of(BACK)))
                        .named())
                .as("a page that is sent again replaces the one before")
                .isEmpty();
    }

    @Test
    void eachDifferenceNamesItsRow() {
        Entry dearer = row("a", Operation.TAKEN, "T1", 101);
        Entry otherOperator = row("b", Operation.TAKEN, "T2", 200);
        Entry unknown = row("z", Operation.TAKEN, "T1", 1);
        assertThat(differences(List.of(List.of(dearer, otherOperator, unknown))).named())
                .containsExactly(
                        new Difference("a", Operation.TAKEN, Kind.OTHERWISE, 100L, 101L),
                        new Difference("b", Operation.TAKEN, Kind.OTHERWISE, 200L, 200L),
                        new Difference("b", Operation.CANCELLED, Kind.NOT_REPORTED, 200L, null),
                        new Difference("z", Operation.TAKEN, Kind.NOT_BOOKED, null, 1L));
        assertThat(differences(List.of(List.of(ONE, TWO, BACK), List.of(ONE))).named())
                .containsExactly(new Difference("a", Operation.TAKEN, Kind.NOT_BOOKED, null, 100L));
    }

    @Test
    void ofMoreDifferencesThanCanBeNamedTheNumberIsTold() {
        List<Entry> others = new ArrayList<>(List.of(ONE, TWO, BACK));
        for (int n = 0; n < DayBooks.MOST_NAMED + 5; n++) {
            others.add(row("o-" + n, Operation.TAKEN, "T1", 1));
        }
        Balance.Differences found = differences(List.of(others));
        assertThat(found.named()).hasSize(DayBooks.MOST_NAMED);
        assertThat(found.total()).isEqualTo(DayBooks.MOST_NAMED + 5);
    }

    @Test
    void linesCountByOperatorPointMeansAndOperation() {
        List<Line> lines = house.inTransaction(handle -> {
            ReportedStore.put(handle, BANK, DAY, ReportedStore.LAST_PAGE, List.of(ONE));
            return DayBooks.lines(handle, BANK, DAY, 0);
        });
        assertThat(lines)
                .containsExactly(
                        new Line("T1", "c1", "CASH", Operation.TAKEN, 2, 300, 1, 100L),
                        new Line("T1", "c1", "CASH", Operation.CANCELLED, 1, 200, 0, 0L),
                        new Line("T1", "c1", "CASH", Operation.CONFIRMED, 1, 60, null, null),
                        new Line("T1", "c1", "CASH", Operation.RETURNED, 1, 40, null, null));
    }

    @Test
    void whatTheBankAloneReportsMakesNoLineAndNoSumGoesOverWhatJsonKeeps() {
        List<Entry> rows = new ArrayList<>();
        for (int n = 0; n < 1_100; n++) {
            rows.add(row("f-" + n, Operation.TAKEN, "foreign-" + n, 1));
            rows.add(row("h-" + n, Operation.TAKEN, "T1", Patterns.MOST_FEN));
        }
        List<Line> lines = house.inTransaction(handle -> {
            ReportedStore.put(handle, BANK, DAY, ReportedStore.LAST_PAGE, rows);
            return DayBooks.lines(handle, BANK, DAY, 0);
        });
        assertThat(lines).hasSize(4).extracting(Line::operator).containsOnly("T1");
        assertThat(lines.get(0))
                .isEqualTo(new Line("T1", "c1", "CASH", Operation.TAKEN, 2, 300, 1_100, Patterns.MOST_FEN));
    }

    @Test
    void noOutcomeIsOnADayBeforeItsPayment() {
        paid(row("c", Operation.TAKEN, "T1", 300), DAY.plusDays(1));
        house.jdbi.useHandle(handle -> {
            // What is booked is of the part alone.
            handle.execute("ALTER TABLE contribution_part DROP CONSTRAINT contribution_part_month_id_fkey");
            handle.execute("""
                    INSERT INTO contribution_part (payout_id, insurance, month_id, client_id, mandate_id, period, cut_off,
                                                   amount_fen, own_fen, share_fen, rule, source, provisional, state,
                                                   settled_at, booked_state)
                    VALUES ('pyo_c', 'AAE140:110', 'cmo_c', ?, ?, '2026-11', ?, 300, 300, 300, 'rule', 'source', false,
                            'PAID', now(), 'HELD')
                    """, BANK, mandate, DAY);
        });

        house.jdbi.useTransaction(handle -> DayStore.drawOutcomes(handle, BANK, DAY));
        assertThat(house.count("counter_outcome WHERE payment_id = 'cpm_c'")).isZero();

        house.jdbi.useTransaction(handle -> DayStore.drawOutcomes(handle, BANK, DAY.plusDays(1)));
        assertThat(house.count(
                        "counter_outcome WHERE payment_id = 'cpm_c' AND day = '2026-11-24' AND amount_fen = 300"))
                .isEqualTo(1);
    }

    @Test
    void aPageThatIsSentTwiceAtOnceIsThereOnce() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> second = house.inTransaction(handle -> {
                ReportedStore.put(handle, BANK, DAY, 1, List.of(ONE));
                Future<?> other = thread.submit(() ->
                        house.jdbi.useTransaction(its -> ReportedStore.put(its, BANK, DAY, 1, List.of(ONE, TWO))));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> house.count("pg_locks WHERE NOT granted") > 0);
                return other;
            });
            second.get();
        } finally {
            thread.shutdownNow();
        }
        assertThat(house.count("counter_reported")).isEqualTo(2);
    }

    @Test
    void whatDiffersIsToldWithoutWaitingForWhoPays() {
        CounterDays days = days();
        house.jdbi.useHandle(handle -> handle.execute("INSERT INTO counter_books (client_id) VALUES (?)", BANK));
        house.jdbi.useTransaction(paying -> {
            paying.execute("SELECT closed_through FROM counter_books FOR SHARE");
            CounterDays.Day open = house.inTransaction(handle -> {
                handle.execute("SET LOCAL lock_timeout = 100");
                return days.close(handle, SUPERVISOR, DAY, 0, List.of(ONE));
            });
            assertThat(open.closed()).isNull();
            assertThat(open.differences().total()).isEqualTo(2);
        });
    }

    @Test
    void whatWasReportedOfADayIsDroppedOnceItIsClosed() {
        CounterDays days = days();
        house.inTransaction(handle -> days.send(handle, BANK, DAY, 1, List.of(ONE)));
        house.jdbi.useTransaction(handle -> days.removeReported(handle, BANK));
        assertThat(house.count("counter_reported")).as("of a day that is open").isEqualTo(1);

        CounterDays.Day closed =
                house.inTransaction(handle -> days.close(handle, SUPERVISOR, DAY, 1, List.of(TWO, BACK)));
        assertThat(closed.closed()).isNotNull();
        assertThat(house.who("counter-day.closed"))
                .as("who ended it, and whose day it was")
                .containsExactly("operator meitu-delivery/S1 of meitu-delivery");
        house.jdbi.useTransaction(handle -> days.removeReported(handle, BANK));
        assertThat(house.count("counter_reported")).isZero();
    }

    private CounterDays days() {
        var unused = house.inTransaction(keys(house.clock)::rotate);
        GatewayKeys keys = keys(Clock.offset(house.clock, Duration.ofDays(1)));
        keys.refresh();
        return new CounterDays(new DaySeal(keys, "https://example.org"), house.get(Audit.class), house.clock);
    }

    private GatewayKeys keys(Clock clock) {
        return new GatewayKeys(
                house.jdbi, new Pii(TestPiiConfig.usual()), Settings.of(KeysConfig.class, Map.of()), clock);
    }
}
