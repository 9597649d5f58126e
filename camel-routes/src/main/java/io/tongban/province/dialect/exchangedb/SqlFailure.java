package io.tongban.province.dialect.exchangedb;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.sql.SQLException;
import java.util.Set;

/** The word for what a database said, by its SQL state alone: its messages quote rows, and rows hold persons. */
final class SqlFailure {
    /** The server ends: admin_shutdown, crash_shutdown, database_dropped, idle_session_timeout. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P04", "57P05");

    private SqlFailure() {}

    static CallFailed whileCalling(SQLException failure, SqlDialect sql) {
        String state = state(failure);
        if (sql.refusesAccess(failure)) {
            return new CallFailed(UnknownCause.ACCESS_REFUSED);
        }
        if (sql.wasEnded(failure)) {
            return new CallFailed(UnknownCause.CONNECTION_CUT);
        }
        if (sql.isTooLate(failure)) {
            return new CallFailed(UnknownCause.TIMEOUT);
        }
        UnknownCause reason = CallFailed.causeOf(failure);
        if (reason != UnknownCause.FAILED) {
            return new CallFailed(reason);
        }
        return new CallFailed(
                state.startsWith("08") || ENDED.contains(state) ? UnknownCause.CONNECTION_CUT : UnknownCause.FAILED);
    }

    static CallFailed whileConnecting(SQLException failure, SqlDialect sql) {
        if (sql.refusesAccess(failure)) {
            return new CallFailed(UnknownCause.ACCESS_REFUSED);
        }
        boolean stranger = CallFailed.causeOf(failure) == UnknownCause.TLS;
        return new CallFailed(stranger ? UnknownCause.TLS : UnknownCause.NOT_CONNECTED);
    }

    private static String state(SQLException failure) {
        return String.valueOf(failure.getSQLState());
    }
}
