package io.tongban.gateway.contribution.withholding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.TestDatabase;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Among 40,000 rows each way of listing has its index: none reads the whole table. */
class ListingIndexTest {
    private static final Jdbi JDBI = TestDatabase.fresh();

    @BeforeAll
    static void fill() {
        JDBI.useTransaction(handle -> {
            // Without the foreign keys: only the rows of one table matter here.
            handle.execute("SET LOCAL session_replication_role = replica");
            handle.execute("""
                    INSERT INTO withholding (id, client_id, payer, partner_reference, person_id, worker_id, mandate_id,
                        enrolment_id, province, insurance, period, base_fen, amount_fen, serial, state, refusal,
                        accepted_at, settled_at)
                    SELECT 'wh_' || n, 'c' || n % 4, 'p', 'ref-' || n, 'prs_' || n, 'wkr_' || n % 2000, 'm', 'e', '44',
                        'AAE140:110', '20' || 10 + n % 30 || '-10', 1, 1, 's' || n,
                        CASE WHEN n % 50 = 0 THEN 'REFUSED' ELSE 'IN_PROCESS' END,
                        CASE WHEN n % 50 = 0 THEN 'x' END,
                        timestamptz '2026-11-01' + n * interval '1 s',
                        CASE WHEN n % 50 = 0 THEN now() END
                    FROM generate_series(1, 40000) n
                    """);
            handle.execute("ANALYZE withholding");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | withholding_newest",
                "worker_id = 'wkr_0' | withholding_by_worker",
                "period = '2022-10' | withholding_by_period",
                "state = 'REFUSED' | withholding_by_state",
                "partner_reference = 'ref-4' | withholding_reference_unique",
            })
    void servesAListing(String condition, String index) {
        List<String> plan = JDBI.withHandle(
                handle -> handle.createQuery("EXPLAIN SELECT * FROM withholding WHERE client_id = 'c0' AND " + condition
                                + " AND (accepted_at, id) < (timestamptz '2026-11-20', 'wh_1')"
                                + " ORDER BY accepted_at DESC, id DESC LIMIT 51")
                        .mapTo(String.class)
                        .list());
        assertThat(plan).anyMatch(line -> line.contains(index));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    }
}
