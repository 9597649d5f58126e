package io.tongban.sandbox.province.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import io.tongban.sandbox.province.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeDbFaultsTest {
    private final DataSource store = TestStore.emptied();
    private final String citizen = Citizens.number(44);
    private Simulator simulator;
    private FrontCaller caller;
    private String person;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulators.start("43", store, 0, new TestClock(), 1);
        caller = new FrontCaller(simulator.endpoint(), simulator.password());
        person = caller.until(caller.insert("HN01", HunanFields.register(citizen, "李秀英")), "2 0000")
                .get("r_aac001");
    }

    @AfterEach
    void close() throws Exception {
        caller.close();
        simulator.close();
    }

    /** What a caller sees of a row while the fault lasts, and that the books are right all the same. */
    @ParameterizedTest
    @CsvSource({
        "NO_REPLY_AFTER_COMMIT, 1, 1",
        "CONNECTION_CUT_BEFORE_COMMIT, 0, 0",
        "CONNECTION_CUT_AFTER_COMMIT, 1, 1",
        "IN_PROCESS, 1, 1",
        "ERROR_INSIDE_SUCCESS, 9 9999, 1",
        "FLAG_BEFORE_DATA, 2, 1",
        "ROW_LOCKED, 1, 1"
    })
    void strikesAndIsPutRight(Fault fault, String meanwhile, long bookings) throws Exception {
        // Longer than this JVM may stand still, or what is seen meanwhile might be seen by nobody.
        simulator.faults().aWhile(Duration.ofSeconds(6));
        simulator.faults().next(fault, 1);

        String serial = withhold();
        awaitSoon().until(() -> simulator.faults().fired().containsKey(fault));
        caller.until(serial, meanwhile);
        assertThat(simulator.ledger().bookings()).isEqualTo(bookings);

        simulator.faults().silence(Duration.ofMillis(1));
        if (!fault.equals(Fault.NO_REPLY_AFTER_COMMIT) && !fault.equals(Fault.ROW_LOCKED)) {
            assertThat(caller.until(serial, "2 0000")).containsEntry("r_yjje", "814.44");
            assertThat(simulator.ledger().bookings()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_REPLY_AFTER_COMMIT", "ROW_LOCKED"})
    void endsWithTheSilence(Fault fault) throws Exception {
        simulator.faults().silence(Duration.ofMillis(50));
        simulator.faults().next(fault, 1);

        caller.until(withhold(), "2 0000");
        assertThat(simulator.faults().fired()).containsEntry(fault, 1L);
    }

    @Test
    void keepsARowLockedThatCanBeReadAllTheSame() throws Exception {
        simulator.faults().next(Fault.ROW_LOCKED, 1);
        String serial = withhold();

        awaitSoon().until(() -> isLocked(serial));
        assertThat(caller.row(serial)).containsEntry("bz", "1");
    }

    @Test
    void answersTwiceTheSame() throws Exception {
        simulator.faults().next(Fault.DUPLICATE_ACKNOWLEDGEMENT, 1);
        String serial = withhold();
        caller.until(serial, "2 0000");

        List<Map<String, String>> rows = caller.rows(serial);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1))
                .containsEntry("bz", "2")
                .containsEntry("r_dzdh", rows.get(0).get("r_dzdh"));
    }

    @Test
    void putsASecondRowThereAndAnswersItLikeTheFirst() throws Exception {
        simulator.faults().withProbability(Fault.DUPLICATE_ROW, 1);
        String serial = withhold();

        awaitSoon()
                .until(() -> caller.rows(serial).size() == 2
                        && FrontCaller.flagAndCode(caller.rows(serial).get(1)).equals("2 0000"));
        List<Map<String, String>> rows = caller.rows(serial);
        assertThat(rows.get(1)).containsEntry("r_dzdh", rows.get(0).get("r_dzdh"));
        assertThat(simulator.ledger().bookings()).isEqualTo(1);
    }

    @Test
    void answersEveryRowInTheEndWhateverWentWrong() throws Exception {
        simulator.faults().silence(Duration.ofMillis(20));
        for (Fault fault : Fault.values()) {
            simulator.faults().withProbability(fault, 0.3);
        }
        List<String> serials = new ArrayList<>();
        for (int n = 100; n < 160; n++) {
            serials.add(caller.insert("HN01", HunanFields.register(Citizens.number(n), "张伟")));
            serials.add(caller.insert("HN03", HunanFields.status(person, citizen)));
        }

        serials.forEach(serial -> caller.until(serial, "2 0000"));
        assertThat(simulator.ledger().persons()).isEqualTo(61);
        assertThat(simulator.faults().fired())
                .containsKeys(Fault.ROW_LOCKED, Fault.DUPLICATE_ROW, Fault.FLAG_BEFORE_DATA);
    }

    @Test
    void strikesTheTransactionThatIsNamed() throws Exception {
        simulator.faults().next(Fault.FLAG_BEFORE_DATA, 1, Transaction.STATUS);

        caller.until(withhold(), "2 0000");
        assertThat(simulator.faults().fired()).isEmpty();
        caller.until(caller.insert("HN03", HunanFields.status(person, citizen)), "2");
    }

    private static ConditionFactory awaitSoon() {
        return await().atMost(Duration.ofSeconds(30)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    private String withhold() throws SQLException {
        return caller.insert("HN02", HunanFields.october(person, citizen, "李秀英"));
    }

    private boolean isLocked(String serial) throws SQLException {
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select 1 from front.si_exchange where lsh = '" + serial + "' for update skip locked")) {
            return !rows.next();
        }
    }
}
