package io.tongban.gateway.edge;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.DatabaseProbe;
import io.tongban.gateway.platform.config.Draining;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Whether a request can be served at all. One that cannot is refused before it takes a thread or a connection, so that a
 * silent database does not fill the node with those who wait for it.
 */
@ApplicationScoped
class Serving {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final DatabaseProbe database;
    private final Draining draining;

    @Inject
    Serving(DatabaseProbe database, Draining draining) {
        this.database = database;
        this.draining = draining;
    }

    boolean isServing() {
        return database.isAnswering() && !draining.isClosing();
    }

    /** From a node that stops the last answer of its connection: what comes next belongs to another one. */
    ProblemException refusal() {
        return draining.isClosing()
                ? unavailable("This node is stopping").farewell()
                : unavailable("The database does not answer");
    }

    private static ProblemException unavailable(String detail) {
        return new ProblemException(ProblemType.UNAVAILABLE, detail).retryAfter(RETRY_AFTER);
    }
}
