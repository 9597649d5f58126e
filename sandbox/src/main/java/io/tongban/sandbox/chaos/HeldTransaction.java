package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.SandboxStack;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * What a transaction that somebody else holds open, as a backup does, costs: withholdings with their outcomes a second
 * before and meanwhile, and the dead rows of the outbox, which nothing can remove until it ends.
 */
final class HeldTransaction {
    private static final int EACH = 400;

    private final SandboxStack stack;
    private final PrintStream out;
    private final BenchOrders orders;

    HeldTransaction(SandboxStack stack, PrintStream out, BenchOrders orders) {
        this.stack = stack;
        this.out = out;
        this.orders = orders;
    }

    /** How many orders a run of so many rounds takes. */
    static int orders(int rounds) {
        return 2 * rounds * EACH;
    }

    void run(int rounds) throws Exception {
        double before = rate(rounds);
        removeDeadRows();
        double meanwhile;
        long dead;
        try (Connection held = stack.postgres().dataSource("gateway").getConnection()) {
            held.setAutoCommit(false);
            held.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            count(held, "select count(id) from outbox");
            meanwhile = rate(rounds);
            dead = deadRows();
            held.rollback();
        }
        out.printf(
                Locale.ROOT,
                "with a transaction held open: %.1f withholdings a second with their outcomes, %.1f before; ratio %.2f;"
                        + " dead rows of the outbox %,d after %,d withholdings, %.1f each%n",
                meanwhile,
                before,
                meanwhile / before,
                dead,
                rounds * EACH,
                (double) dead / (rounds * EACH));
    }

    private double rate(int rounds) throws Exception {
        long began = System.nanoTime();
        int done = 0;
        for (int round = 0; round < rounds; round++) {
            done += orders.settle(EACH);
        }
        return done * 1e9 / (System.nanoTime() - began);
    }

    /** Those of before, which nothing holds. */
    private void removeDeadRows() throws SQLException {
        try (Connection connection = stack.postgres().dataSource("gateway").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum outbox");
        }
    }

    private long deadRows() throws SQLException {
        try (Connection connection = stack.postgres().dataSource("gateway").getConnection()) {
            return count(
                    connection,
                    "select coalesce(sum(n_dead_tup), 0) from pg_stat_user_tables where relname = 'outbox'");
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
