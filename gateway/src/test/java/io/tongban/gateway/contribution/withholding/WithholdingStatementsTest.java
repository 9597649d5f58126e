package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.Statements;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an accepted withholding asks of the database. */
class WithholdingStatementsTest {
    private final House house = new House();
    private final WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);

    @Test
    void isOneLookAndOneInsert() {
        // How many rows wait for the province is counted once a second, and whether it is open is known from then on.
        meitu.accepted("wh-1", WithholdingFixture.OCTOBER.minusMonths(1));

        List<String> sent = Statements.of(house.jdbi, () -> meitu.accepted("wh-2", WithholdingFixture.OCTOBER));

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).contains("FROM mandate", "JOIN worker", "FROM enrolment", "FOR SHARE OF m");
        assertThat(sent.get(1)).contains("INTO withholding", "INTO outbox", "INTO audit");
        assertThat(house.count("withholding")).isEqualTo(2);
        assertThat(house.count("outbox WHERE kind = 'province.withhold'")).isEqualTo(2);
        assertThat(house.audited()).filteredOn("withholding.accepted"::equals).hasSize(2);
    }
}
