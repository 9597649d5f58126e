package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.launcher.PastDays;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.wire.People.Insured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A day in the gateway's books and in a province's. What is booked over the wire today is moved to a past day in both,
 * for no test can wait for tomorrow.
 */
final class TwoBooks {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String LAST_MONTH =
            YearMonth.from(TODAY).minusMonths(1).toString();
    private static final String BY_FILES = "34";
    /** Totals and items of ten days. */
    private static final int STRIKES_A_ROUND = 20;

    private final TestSandbox sandbox;
    private final Insuring insuring;
    private final PastDays past;

    TwoBooks(TestSandbox sandbox) {
        this.sandbox = sandbox;
        this.insuring = new Insuring(sandbox);
        this.past = new PastDays(sandbox.stack().postgres());
    }

    /** Serials of as many months, booked over the wire, in the order of the province's receipts. */
    List<String> booked(String province, int many) {
        List<String> serials = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String id = withheld(province);
            assertThat(text("select state from withholding where id = '" + id + "'"))
                    .isEqualTo("CONFIRMED");
            serials.add(serial(id));
        }
        return serials;
    }

    /** The id of a withholding that was confirmed, and may have been taken back since. */
    String withheld(String province) {
        Insured insured = insuring.insured(sandbox.delivery(), province);
        String id = sandbox.accepted(
                        sandbox.delivery()
                                .post("/v1/withholdings", People.order(insured, LAST_MONTH, Insuring.AMOUNT_FEN)),
                        202)
                .get("id")
                .asText();
        insuring.settled(sandbox.delivery(), id);
        return id;
    }

    String serial(String id) {
        return text("select serial from withholding where id = '" + id + "'");
    }

    void move(String province, List<String> serials, LocalDate day) throws SQLException {
        past.moveBoth(province, serials, day);
    }

    static String noon(LocalDate day) {
        return day + "T12:00:00+08";
    }

    void open(String province, LocalDate day) throws SQLException {
        past.compare(province, day);
    }

    void plant(String province, Fault... faults) {
        for (Fault fault : faults) {
            sandbox.province(province).faults().withProbability(fault, 1);
        }
    }

    /** Files of days are written apart from any question: before it is asked, each has to hold what was planted. */
    void awaitWritten(String province, Fault planted, int strikesADay) {
        if (province.equals(BY_FILES)) {
            long before = struck(province, planted);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> struck(province, planted) >= before + strikesADay * STRIKES_A_ROUND);
        }
    }

    private long struck(String province, Fault fault) {
        return sandbox.province(province).faults().fired().getOrDefault(fault, 0L);
    }

    void clear(String province, Fault... faults) {
        for (Fault fault : faults) {
            sandbox.province(province).faults().clear(fault);
        }
    }

    void awaitState(String province, LocalDate day, String state) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(
                        () -> assertThat(text("select state from reconciliation_day where " + where(province, day)))
                                .isEqualTo(state));
    }

    void awaitCause(String province, LocalDate day, String cause) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(text(
                                "select coalesce(cause, '') from reconciliation_day where " + where(province, day)))
                        .isEqualTo(cause));
    }

    /** As the agency reads it. */
    JsonNode day(String province, LocalDate day) {
        JsonNode days = sandbox.accepted(
                () -> sandbox.agency().get("/v1/admin/reconciliation/days?province=" + province + "&limit=200"), 200);
        for (JsonNode each : days.get("items")) {
            if (each.get("day").asText().equals(day.toString())) {
                return each;
            }
        }
        throw new AssertionError("no such day");
    }

    /** Reason and serial of each row that differs now, as the agency reads them, sorted. */
    List<String> differences(String province, LocalDate day) {
        List<String> differences = new ArrayList<>();
        String next = "";
        do {
            String cursor = next;
            JsonNode rows = sandbox.accepted(
                    () -> sandbox.agency()
                            .get("/v1/admin/reconciliation/differences?limit=200&province=" + province + "&day=" + day
                                    + cursor),
                    200);
            rows.get("items").forEach(row -> {
                if (row.path("goneAt").isMissingNode() || row.path("goneAt").isNull()) {
                    differences.add(
                            row.get("reason").asText() + " " + row.get("serial").asText());
                }
            });
            next = rows.path("nextCursor").isTextual()
                    ? "&cursor=" + rows.get("nextCursor").asText()
                    : "";
        } while (!next.isEmpty());
        return differences.stream().sorted().toList();
    }

    long openTasks(String province) {
        return sandbox.count("select count(*) from review_task where province = '" + province
                + "' and state = 'OPEN' and reason in ('missing-there', 'unknown-here', 'amount-differs')");
    }

    /** Days of other tests that still differ would be compared with what is planted now. */
    void awaitNoOpenTasks(String province) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> openTasks(province) == 0);
    }

    long differencesEver(String province, LocalDate day) {
        return sandbox.count("select count(*) from reconciliation_difference where " + where(province, day));
    }

    private static String where(String province, LocalDate day) {
        return "province = '" + province + "' and day = '" + day + "'";
    }

    String text(String sql) {
        return texts(sql).get(0);
    }

    List<String> texts(String sql) {
        try (Connection connection = sandbox.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String database, String sql) throws SQLException {
        try (Connection connection =
                        sandbox.stack().postgres().dataSource(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
