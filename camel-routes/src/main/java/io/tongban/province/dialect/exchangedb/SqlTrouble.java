package io.tongban.province.dialect.exchangedb;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;

/** What a database says no to, by its SQL state (SQL standard, and PostgreSQL's appendix A), or by MariaDB's code. */
enum SqlTrouble {
    NO_SIGN_IN,
    NO_DATABASE,
    NO_TABLE,
    NO_COLUMN,
    NO_GRANT,
    OTHER;

    private static final Pattern STATE = Pattern.compile("[0-9A-Z]{5}");
    private static final Map<String, SqlTrouble> BY_STATE = Map.of(
            "3D000", NO_DATABASE,
            "3F000", NO_TABLE,
            "42P01", NO_TABLE,
            "42S02", NO_TABLE,
            "42703", NO_COLUMN,
            "42S22", NO_COLUMN,
            "42501", NO_GRANT);
    /** Most of them are of state 42000: ER_DBACCESS_DENIED, ER_BAD_DB, ER_TABLEACCESS_DENIED, ER_COLUMNACCESS_DENIED. */
    private static final Map<Integer, SqlTrouble> IN_MARIADB =
            Map.of(1044, NO_GRANT, 1049, NO_DATABASE, 1142, NO_GRANT, 1143, NO_GRANT);

    static SqlTrouble of(SQLException failure, SqlDialect sql) {
        if (sql == SqlDialect.MARIADB && IN_MARIADB.containsKey(failure.getErrorCode())) {
            return IN_MARIADB.get(failure.getErrorCode());
        }
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("28") ? NO_SIGN_IN : BY_STATE.getOrDefault(state, OTHER);
    }

    /** For whoever looks it up. */
    static String state(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return (STATE.matcher(state).matches() ? "SQL state " + state + ", " : "") + "code " + failure.getErrorCode();
    }
}
