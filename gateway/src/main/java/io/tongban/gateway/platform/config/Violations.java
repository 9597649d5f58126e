package io.tongban.gateway.platform.config;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL refused, read from the exception that JDBI wraps. */
public final class Violations {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** SQLSTATE classes of what lies in the values themselves: data exceptions, violated constraints. */
    private static final Set<String> OF_THE_VALUES = Set.of("22", "23");
    /** SQLSTATE classes: none at all (the pool's own failures), connections, resources (a full disk among them), the system below. */
    private static final Set<String> PASSING_CLASSES = Set.of("", "08", "53", "58");
    /**
     * Serialization, completion unknown, deadlock; waits for a lock, a query, an idle transaction that were cut; a server
     * that stops, restarts, or is a standby now; a statement that was prepared against an older table or server.
     */
    private static final Set<String> PASSING = Set.of(
            "40001", "40003", "40P01", "55P03", "57014", "25P03", "25P04", "57P01", "57P02", "57P03", "57P05", "25006",
            "26000");

    private static final String FEATURE = "0A000";
    private static final Pattern STALE_PLAN = Pattern.compile("RevalidateCached(Query|Plan)");

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

    /** Whether {@code lock_timeout} ended the wait for a row of this table that another transaction is inserting. */
    public static boolean lockTimeoutOn(Throwable thrown, String table) {
        return find(thrown)
                .filter(e -> LOCK_NOT_AVAILABLE.equals(e.getSQLState()))
                .map(PSQLException::getServerErrorMessage)
                .map(ServerErrorMessage::getWhere)
                .filter(where -> where.contains("in relation \"" + table + "\""))
                .isPresent();
    }

    /**
     * Whether the same work may succeed later: the store failed it, and not for what was to be stored. False, too, for
     * what has nothing to do with the store.
     */
    public static boolean mayPass(Throwable thrown) {
        return refused(thrown)
                .filter(refused -> !OF_THE_VALUES.contains(stateClass(refused)))
                .isPresent();
    }

    /**
     * Whether the store itself cannot serve now, so that whoever asked should ask again. A pool that has nothing to give,
     * or is closed, fails without an SQLSTATE.
     */
    public static boolean unavailable(Throwable thrown) {
        return refused(thrown)
                .filter(refused -> PASSING_CLASSES.contains(stateClass(refused))
                        || PASSING.contains(String.valueOf(refused.getSQLState()))
                        || isStalePlan(refused))
                .isPresent();
    }

    /** Empty without an SQLSTATE. */
    private static String stateClass(SQLException refused) {
        String state = refused.getSQLState();
        return state == null ? "" : state.substring(0, Math.min(2, state.length()));
    }

    private static Optional<SQLException> refused(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** "cached plan must not change result type": the driver prepares the statement anew the next time. */
    private static boolean isStalePlan(SQLException refused) {
        return refused instanceof PSQLException server
                && FEATURE.equals(server.getSQLState())
                && Optional.ofNullable(server.getServerErrorMessage())
                        .map(ServerErrorMessage::getRoutine)
                        .filter(routine -> STALE_PLAN.matcher(routine).matches())
                        .isPresent();
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
