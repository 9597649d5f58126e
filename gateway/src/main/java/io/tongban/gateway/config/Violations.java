package io.tongban.gateway.config;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL refused, read from the exception that JDBI wraps. */
public final class Violations {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** SQLSTATE classes of what lies in the values themselves. */
    private static final String DATA = "22";

    private static final String INTEGRITY = "23";

    private Violations() {}

    /** The name of the violated unique constraint or index; empty for any other failure. */
    public static Optional<String> uniqueConstraint(Throwable thrown) {
        return find(thrown)
                .filter(e -> PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState()))
                .map(PSQLException::getServerErrorMessage)
                .map(ServerErrorMessage::getConstraint);
    }

    /** Whether {@code lock_timeout} ended the wait for a lock. */
    public static boolean lockTimeout(Throwable thrown) {
        return find(thrown)
                .filter(e -> LOCK_NOT_AVAILABLE.equals(e.getSQLState()))
                .isPresent();
    }

    /**
     * Whether the same work may succeed later: the store failed it, and not for what was to be stored. False, too, for
     * what has nothing to do with the store.
     */
    public static boolean mayPass(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                String state = refused.getSQLState();
                return state == null || (!state.startsWith(DATA) && !state.startsWith(INTEGRITY));
            }
        }
        return false;
    }

    private static Optional<PSQLException> find(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
