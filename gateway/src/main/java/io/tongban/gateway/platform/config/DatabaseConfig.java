package io.tongban.gateway.platform.config;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** JDBI over the one pool. How long a statement may take is the session's setting, see application.properties. */
@ApplicationScoped
public class DatabaseConfig {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        return prepare(Jdbi.create(dataSource));
    }

    /** No exception quotes what was bound to a statement: it may be personal. */
    public static Jdbi prepare(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
