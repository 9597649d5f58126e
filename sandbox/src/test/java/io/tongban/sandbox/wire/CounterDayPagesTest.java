package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.day.CounterDay;
import io.tongban.api.day.CounterDayState;
import io.tongban.api.day.CounterEntry;
import io.tongban.api.day.CounterOperation;
import io.tongban.api.day.DayOperation;
import io.tongban.api.day.DifferenceKind;
import io.tongban.api.payment.PaymentMeans;
import io.tongban.sdk.Tongban;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day of a big bank, with more rows than one call takes. */
@ExtendWith(RunningSandbox.class)
class CounterDayPagesTest {
    /** The other bank's days are closed by another test. */
    private static final String BANK = Counters.BANK;

    private static final int ROWS = 10_001;
    /** Before any day on which another test pays. */
    private static final LocalDate DAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(10);

    private final TestSandbox sandbox;

    CounterDayPagesTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void isSentInPagesAndClosedWhenEveryRowAgrees() throws Exception {
        book();
        try (Tongban bank = sandbox.sdk(BANK).build()) {
            List<CounterEntry> till = till();
            CounterEntry last = till.remove(ROWS - 1);
            CounterEntry right = till.get(4_999);
            till.set(4_999, right.toBuilder().operator("T2").build());
            CounterDay open = bank.counterDays().close(DAY, till);
            assertThat(open.state()).isEqualTo(CounterDayState.OPEN);
            assertThat(open.differences())
                    .extracting(each -> each.kind())
                    .containsExactlyInAnyOrder(DifferenceKind.OTHERWISE, DifferenceKind.NOT_REPORTED);
            assertThat(open.moreDifferences()).isZero();
            sandbox.assertRefused(
                    sandbox.partner(BANK).post("/v1/counter-days/" + DAY + "/closing", "{\"pages\":3,\"entries\":[]}"),
                    "counter-day-page-missing");

            till.set(4_999, right);
            till.add(last);
            CounterDay closed = bank.counterDays().close(DAY, till);
            assertThat(closed.state()).isEqualTo(CounterDayState.CLOSED);
            // Beside it stands what became meanwhile of payments of other days.
            assertThat(closed.lines())
                    .filteredOn(line -> line.operation() == DayOperation.TAKEN)
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.count()).isEqualTo(ROWS);
                        assertThat(line.amountFen()).isEqualTo(100L * ROWS);
                    });
        }
        assertThat(sandbox.count("select count(*) from counter_reported where client_id = '" + BANK + "' and day = '"
                        + DAY + "'"))
                .as("what was sent ahead is not kept")
                .isZero();
        sandbox.assertRefused(
                sandbox.partner(BANK)
                        .post(
                                "/v1/counter-days/" + DAY + "/pages",
                                "{\"page\":1,\"entries\":[{\"partnerReference\":\"late\",\"operation\":\"TAKEN\",\"means\":\"CASH\",\"point\":\"nl-01-t1\",\"operator\":\"T1\",\"amountFen\":1}]}"),
                "counter-day-closed");
    }

    private static List<CounterEntry> till() {
        List<CounterEntry> till = new ArrayList<>();
        for (int n = 1; n <= ROWS; n++) {
            till.add(CounterEntry.builder()
                    .partnerReference("page-" + n)
                    .operation(CounterOperation.TAKEN)
                    .means(PaymentMeans.CASH)
                    .point(Counters.TERMINAL)
                    .operator("T1")
                    .amountFen(100)
                    .build());
        }
        return till;
    }

    /** As payments that were taken stand in the books: ten thousand calls would take minutes. */
    private void book() throws Exception {
        String worker = new Insuring(sandbox).enrolled(sandbox.partner(BANK), "44", People.next());
        String mandate = sandbox.accepted(
                        sandbox.partner(BANK).post("/v1/mandates", People.mandate(worker, "44", 200_000)), 201)
                .get("id")
                .asText();
        try (Connection connection = sandbox.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("""
                    insert into payout (id, client_id, partner_reference, worker_id, mandate_id, paid_on, earned_fen,
                                        origin, reported_at)
                    select 'pyo_page' || n, '%s', 'page-' || n, '%s', '%s', '%s', 100, 'COUNTER', now()
                      from generate_series(1, %d) n
                    """.formatted(BANK, worker, mandate, DAY, ROWS));
            statement.executeUpdate("""
                    insert into counter_payment (id, client_id, payout_id, amount_fen, means, point, operator, session,
                                                 identified, receipt_code, day, taken_at)
                    select 'cpm_page' || n, '%s', 'pyo_page' || n, 100, 'CASH', '%s', 'T1', 's', 'CARD_READ',
                           'page-' || n, '%s', now()
                      from generate_series(1, %d) n
                    """.formatted(BANK, Counters.TERMINAL, DAY, ROWS));
            connection.commit();
        }
    }
}
