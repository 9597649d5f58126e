package io.tongban.gateway.withholding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.TestDatabase;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way of listing has its index: none sorts, none reads the table. */
class ListingIndexTest {
    private final Jdbi jdbi = TestDatabase.fresh();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | withholding_newest",
                "worker_id = 'wkr_1' | withholding_by_worker",
                "period = '2026-10' | withholding_by_period",
                "state = 'REFUSED' | withholding_by_state",
                "partner_reference = 'wh-1' | withholding_reference_unique",
            })
    void servesAListing(String condition, String index) {
        List<String> plan = jdbi.withHandle(handle -> {
            handle.execute("SET enable_seqscan = off");
            handle.execute("SET enable_bitmapscan = off");
            handle.execute("SET enable_sort = off");
            return handle.createQuery("EXPLAIN SELECT * FROM withholding WHERE client_id = '" + House.MEITU + "' AND "
                            + condition
                            + " AND (accepted_at, id) < (now(), 'wh_1') ORDER BY accepted_at DESC, id DESC LIMIT 51")
                    .mapTo(String.class)
                    .list();
        });
        assertThat(plan).anyMatch(line -> line.contains("using " + index));
        if (!index.endsWith("unique")) {
            assertThat(plan).noneMatch(line -> line.contains("Sort"));
        }
    }
}
