package io.tongban.province.dialect.exchangedb;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.sql.SQLException;
import java.util.Set;

/** The word for what a database said, by its SQL state alone: its messages quote rows, and rows hold persons. */
final class SqlFailure {
    /** query_canceled, by the statement time-out; lock_not_available, by the lock time-out. */
    private static final Set<String> TOO_LATE = Set.of("57014", "55P03");
    /** The server ends: admin_shutdown, crash_shutdown, database_dropped, idle_session_timeout. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P04", "57P05");

    private SqlFailure() {}

    static CallFailed whileCalling(SQLException failure) {
        String state = state(failure);
        if (refusesAccess(state)) {
            return new CallFailed(UnknownCause.ACCESS_REFUSED);
        }
        if (TOO_LATE.contains(state)) {
            return new CallFailed(UnknownCause.TIMEOUT);
        }
        UnknownCause reason = CallFailed.causeOf(failure);
        if (reason != UnknownCause.FAILED) {
            return new CallFailed(reason);
        }
        return new CallFailed(
                state.startsWith("08") || ENDED.contains(state) ? UnknownCause.CONNECTION_CUT : UnknownCause.FAILED);
    }

    static CallFailed whileConnecting(SQLException failure) {
        if (refusesAccess(state(failure))) {
            return new CallFailed(UnknownCause.ACCESS_REFUSED);
        }
        boolean stranger = CallFailed.causeOf(failure) == UnknownCause.TLS;
        return new CallFailed(stranger ? UnknownCause.TLS : UnknownCause.NOT_CONNECTED);
    }

    /** Class 28: invalid authorization; 42501: insufficient_privilege. */
    private static boolean refusesAccess(String state) {
        return state.startsWith("28") || state.equals("42501");
    }

    private static String state(SQLException failure) {
        return String.valueOf(failure.getSQLState());
    }
}
