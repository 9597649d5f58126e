package io.tongban.gateway.config;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** JDBI over the one pool. */
@ApplicationScoped
public class DatabaseConfig {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        return prepare(Jdbi.create(dataSource));
    }

    /** No statement runs for ever, and no exception quotes what was bound to one: it may be personal. */
    public static Jdbi prepare(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        jdbi.getConfig(SqlStatements.class).setQueryTimeout(30);
        return jdbi;
    }
}
