package io.tongban.sandbox.province.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeDbSimulatorTest {
    private final DataSource store = TestStore.emptied();
    private final String citizen = Citizens.number(43);
    private Simulator simulator;
    private FrontCaller caller;
    private String person;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulators.start("43", store, 0, new TestClock(), 1);
        caller = new FrontCaller(simulator.endpoint(), simulator.password());
        String serial = caller.insert("HN01", HunanFields.register(citizen, "欧阳䶮"));
        person = caller.until(serial, "2 0000").get("r_aac001");
    }

    @AfterEach
    void close() throws Exception {
        caller.close();
        simulator.close();
    }

    @Test
    void listensWhereThePageSays() {
        assertThat(simulator.endpoint()).matches("postgresql://127\\.0\\.0\\.1:[0-9]+/sim_test");
        assertThat(person).matches("43[0-9]{8}");
    }

    @Test
    void booksAMonthAndRepeatsTheAnswerToTheSameSerial() throws Exception {
        Map<String, String> october = HunanFields.october(person, citizen, "欧阳䶮");
        String serial = caller.insert("HN02", october);
        Map<String, String> booked = caller.until(serial, "2 0000");

        assertThat(booked)
                .containsEntry("fhxx", "处理成功")
                .containsEntry("r_yjje", "814.44")
                .containsEntry("r_jzsj", "20261123180000")
                .containsEntry("r_aac001", "");
        assertThat(booked.get("r_dzdh")).matches("4320261123[0-9]{10}");

        caller.insert(serial, "HN02", october);
        Map<String, String> again = waitForSecond(serial);
        assertThat(again).containsEntry("r_dzdh", booked.get("r_dzdh"));
        assertThat(simulator.ledger().totalFen()).isEqualTo(81_444);
    }

    @Test
    void tellsTheStatus() throws Exception {
        String before = caller.insert("HN03", HunanFields.status(person, citizen));
        caller.until(before, "2 0000");
        assertThat(caller.entries(before)).containsExactly(Map.of("aae140", "110", "aac031", "2", "aae042", ""));

        caller.until(caller.insert("HN02", HunanFields.october(person, citizen, "欧阳䶮")), "2 0000");
        String after = caller.insert("HN03", HunanFields.status(person, citizen));
        caller.until(after, "2 0000");
        assertThat(caller.entries(after)).containsExactly(Map.of("aae140", "110", "aac031", "1", "aae042", "202610"));
    }

    @ParameterizedTest
    @CsvSource({
        "aac001, 4399999999, 2001",
        "aac003, 王小明, 2002",
        "aae140, 410, 2003",
        "yjje, 814.45, 3001",
        "aae180, 4072.19, 3001"
    })
    void refuses(String column, String value, String code) throws Exception {
        Map<String, String> fields = new HashMap<>(HunanFields.october(person, citizen, "欧阳䶮"));
        fields.put(column, value);

        Map<String, String> row = caller.until(caller.insert("HN02", fields), "9 " + code);
        assertThat(row).containsEntry("r_dzdh", "");
        assertThat(simulator.ledger().bookings()).isZero();
    }

    @Test
    void refusesAMonthThatIsPaidUnderAnotherSerial() throws Exception {
        Map<String, String> october = HunanFields.october(person, citizen, "欧阳䶮");
        caller.until(caller.insert("HN02", october), "2 0000");

        caller.until(caller.insert("HN02", october), "9 3002");
    }

    @ParameterizedTest
    @CsvSource({"jydm, HN99", "aae002, 202613", "aae002, 2026-1", "yjje, 814.4", "yjje, -814.44", "aac147, ' '"})
    void leavesNoTraceOfARowThatCannotBeRead(String column, String value) throws Exception {
        Map<String, String> fields = new HashMap<>(HunanFields.october(person, citizen, "欧阳䶮"));
        String transaction = column.equals("jydm") ? value : "HN02";
        if (!column.equals("jydm")) {
            fields.put(column, value);
        }

        caller.until(caller.insert(transaction, fields), "9 9999");
        assertThat(simulator.ledger().bookings()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into si_exchange (lsh, jydm, bz) values ('A', 'HN02', '2')",
                "update si_exchange set bz = '0'",
                "delete from si_exchange",
                "select * from si_exchange for update",
                "insert into si_exchange_rows values ('A', '110', '1', null)",
                "lock table si_exchange in share mode",
                "select * from public.person",
                "insert into si_exchange (lsh) values (repeat('9', 10000000))"
            })
    void letsTheCallerDoNothingButInsertItsPartAndRead(String sql) throws SQLException {
        try (Statement statement = caller.connection().createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keepsTheLedgerAcrossARestartAndTakesUpWhatWasLeftBehind() throws Exception {
        String serial = caller.insert("HN02", HunanFields.october(person, citizen, "欧阳䶮"));
        Map<String, String> booked = caller.until(serial, "2 0000");
        simulator.close();
        String waiting = caller.insert("HN03", HunanFields.status(person, citizen));
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update front.si_exchange set bz = '1', r_dzdh = null where lsh = '" + serial + "'");
        }

        simulator = Simulators.start("43", store, 0, new TestClock(), 1);

        assertThat(caller.until(serial, "2 0000")).isEqualTo(booked);
        caller.until(waiting, "2 0000");
        assertThat(simulator.ledger().bookings()).isEqualTo(1);
    }

    private Map<String, String> waitForSecond(String serial) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> FrontCaller.flagAndCode(caller.rows(serial).get(1)).equals("2 0000"));
        return caller.rows(serial).get(1);
    }
}
