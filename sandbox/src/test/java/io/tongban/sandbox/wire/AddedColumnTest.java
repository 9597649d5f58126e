package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.wire.People.Insured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The next version's migration has added its columns, and this version's nodes still run. */
@ExtendWith(RunningSandbox.class)
class AddedColumnTest {
    /** The driver prepares a statement at its fifth use on a connection; the pool has two or more of them. */
    private static final int ROUNDS = 12;

    private final TestSandbox sandbox;
    private final Insuring insuring;

    AddedColumnTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @Test
    void aColumnMoreInEveryTableChangesNothingForTheNodesThatRun() throws Exception {
        List<Insured> insured = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            insured.add(insuring.insured(sandbox.delivery(), "44"));
            everythingOf(insured.get(i), "2026-03");
        }
        inEveryTable("add column added_while_it_runs text");
        try {
            for (Insured one : insured) {
                everythingOf(one, "2026-04");
            }
            everythingOf(insuring.insured(sandbox.delivery(), "44"), "2026-04");
        } finally {
            inEveryTable("drop column added_while_it_runs");
        }
    }

    /** What a partner and the agency do; each is expected to be served. */
    private void everythingOf(Insured one, String period) {
        ByHand delivery = sandbox.delivery();
        String order = People.order(one, period, Insuring.AMOUNT_FEN);
        String key = TestSandbox.key();
        JsonNode taken = sandbox.accepted(delivery.post("/v1/withholdings", order, key), 202);
        sandbox.accepted(delivery.post("/v1/withholdings", order, key), 202);
        insuring.settled(delivery, taken.get("id").asText());
        sandbox.accepted(delivery.get("/v1/workers/" + one.workerId()), 200);
        sandbox.accepted(delivery.get("/v1/workers/" + one.workerId() + "/status"), 200);
        sandbox.accepted(delivery.get("/v1/mandates/" + one.mandateId()), 200);
        sandbox.accepted(delivery.get("/v1/withholdings?workerId=" + one.workerId()), 200);
        sandbox.accepted(delivery.get("/v1/withholdings/" + taken.get("id").asText() + "/receipt"), 200);
        sandbox.accepted(() -> sandbox.agency().get("/v1/admin/partners/fengsong-delivery"), 200);
        sandbox.accepted(() -> sandbox.agency().get("/v1/admin/review-tasks"), 200);
    }

    private void inEveryTable(String change) throws SQLException {
        try (Connection connection = sandbox.connection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).hasSizeGreaterThan(15);
            for (String table : tables) {
                statement.execute("alter table " + table + " " + change);
            }
        }
    }
}
