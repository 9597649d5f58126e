package io.tongban.sandbox.province.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A province that calls everything by names of its own is a file and no Java. */
class OwnNamesTest {
    @Test
    void speaksTheNamesAndCodesOfItsFile() throws Exception {
        Map<String, String> options = Map.of(
                "table", "Jhb",
                "rows-table", "JhbMx",
                "columns",
                        "serial LSH, transaction YWLX, flag ZT, citizen-number SFZH, name XM, mobile SJ, place DD, "
                                + "return-code JG, reply-person-number BH",
                "transactions", "register D1",
                "return-codes", "ok 00, person-unknown 44",
                "places", "work-place W, household H");
        try (Simulator simulator = Simulators.start(settings(options));
                Connection caller = DriverManager.getConnection(
                        "jdbc:" + simulator.endpoint(), "tongban_98", simulator.password());
                Statement statement = caller.createStatement()) {
            insert(statement, "A", Citizens.number(7));
            insert(statement, "B", "not a number");

            assertThat(answer(statement, "A")).matches("2 00 98[0-9]{6}");
            assertThat(answer(statement, "B")).isEqualTo("9 44 ");
        }
    }

    @Test
    void doesNotStartWithANameThatIsNone() {
        assertThatThrownBy(() -> Simulators.start(settings(Map.of("table", "a\"b"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Simulators.start(settings(Map.of("columns", "serial a\"b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SimulatorSettings settings(Map<String, String> options) {
        SimulatedProvince province =
                new SimulatedProvince("98", "洞庭", "exchangedb", "GBK", "", 8, "tongban_98", "it's", 0, options);
        return new SimulatorSettings(province, TestStore.emptied(), 0, new TestClock(), 1);
    }

    private static void insert(Statement statement, String serial, String citizen) throws SQLException {
        statement.execute("insert into \"Jhb\" (\"LSH\", \"YWLX\", \"SFZH\", \"XM\", \"SJ\", \"DD\") values ('" + serial
                + "', 'D1', '" + citizen + "', '王小明', '13900000017', 'H')");
    }

    private static String answer(Statement statement, String serial) {
        String sql =
                "select concat_ws(' ', \"ZT\", \"JG\", coalesce(\"BH\", '')) from \"Jhb\" where \"JG\" is not null "
                        + "and \"LSH\" = '" + serial + "'";
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            try (ResultSet rows = statement.executeQuery(sql)) {
                                return rows.next() ? rows.getString(1) : "";
                            }
                        },
                        text -> !text.isEmpty());
    }
}
