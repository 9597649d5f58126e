package io.tongban.gateway.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** What is sent to the database. */
public final class Statements {
    private Statements() {}

    /** The statements of this work, in their order; BEGIN and COMMIT are the driver's and not among them. */
    public static List<String> of(Jdbi jdbi, Runnable work) {
        List<String> sent = new CopyOnWriteArrayList<>();
        SqlStatements config = jdbi.getConfig(SqlStatements.class);
        SqlLogger before = config.getSqlLogger();
        config.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                sent.add(context.getRenderedSql());
            }
        });
        try {
            work.run();
        } finally {
            config.setSqlLogger(before);
        }
        return List.copyOf(sent);
    }
}
