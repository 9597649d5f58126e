package io.tongban.province.dialect.exchangedb;

import io.tongban.province.profile.ProvinceProfile;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/**
 * What databases say differently, each by the scheme of the endpoint. PostgreSQL and MariaDB are tried against their
 * servers; the others only say what their makers' pages say.
 */
enum SqlDialect {
    POSTGRESQL("org.postgresql.Driver", "postgresql.jar", "jdbc:postgresql://%s:%d/%s", '"', '"'),
    /** MySQL's servers, too. */
    MARIADB("org.mariadb.jdbc.Driver", "mariadb-java-client.jar", "jdbc:mariadb://%s:%d/%s", '`', '`'),
    ORACLE("oracle.jdbc.OracleDriver", "ojdbc11.jar", "jdbc:oracle:thin:@//%s:%d/%s", '"', '"'),
    SQLSERVER(
            "com.microsoft.sqlserver.jdbc.SQLServerDriver",
            "mssql-jdbc.jar",
            "jdbc:sqlserver://%s:%d;databaseName=%s;encrypt=false",
            '[',
            ']'),
    DM("dm.jdbc.driver.DmDriver", "DmJdbcDriver18.jar", "jdbc:dm://%s:%d/%s", '"', '"'),
    KINGBASE8("com.kingbase8.Driver", "kingbase8.jar", "jdbc:kingbase8://%s:%d/%s", '"', '"');

    /** query_canceled by the statement time-out; lock_not_available by the lock time-out. */
    private static final Set<String> TOO_LATE = Set.of("57014", "55P03");
    /** ER_LOCK_WAIT_TIMEOUT, ER_STATEMENT_TIMEOUT, ER_QUERY_TIMEOUT. */
    private static final Set<Integer> TOO_LATE_IN_MARIADB = Set.of(1205, 1969, 3024);
    /** ER_DBACCESS_DENIED, ER_TABLEACCESS_DENIED, ER_COLUMNACCESS_DENIED. */
    private static final Set<Integer> REFUSED_IN_MARIADB = Set.of(1044, 1142, 1143);
    /** ER_CONNECTION_KILLED. */
    private static final int KILLED_IN_MARIADB = 1927;

    private final String driver;
    private final String jar;
    private final String url;
    private final char begin;
    private final char end;

    SqlDialect(String driver, String jar, String url, char begin, char end) {
        this.driver = driver;
        this.jar = jar;
        this.url = url;
        this.begin = begin;
        this.end = end;
    }

    static SqlDialect of(ProvinceProfile profile) {
        String scheme = profile.endpoint().getScheme();
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(scheme))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no database is " + scheme));
    }

    String driver() {
        return driver;
    }

    /** As its maker names it, without a version. */
    String jar() {
        return jar;
    }

    String url(URI endpoint, String database) {
        return url.formatted(endpoint.getHost(), endpoint.getPort(), database);
    }

    /** A point stands between schema and table; no name has a quotation mark. */
    String quoted(String name) {
        return begin + name.replace(".", end + "." + begin) + end;
    }

    /** So many characters of a column, whatever its type. */
    String text(String column, int characters) {
        return switch (this) {
            case POSTGRESQL, KINGBASE8 -> "left(" + quoted(column) + "::text, " + characters + ")";
            case MARIADB -> "left(cast(" + quoted(column) + " as char), " + characters + ")";
            case SQLSERVER -> "left(cast(" + quoted(column) + " as nvarchar(4000)), " + characters + ")";
            case ORACLE, DM -> "substr(cast(" + quoted(column) + " as varchar2(4000)), 1, " + characters + ")";
        };
    }

    /** After a select, so that no more rows come. */
    String atMost(int rows) {
        return switch (this) {
            case POSTGRESQL, MARIADB, KINGBASE8 -> " limit " + rows;
            // Needs an order, whichever.
            case SQLSERVER -> " order by 1 offset 0 rows fetch next " + rows + " rows only";
            case ORACLE, DM -> " fetch first " + rows + " rows only";
        };
    }

    /** Between what a select without a table selects and its condition. */
    String fromNothing() {
        return this == POSTGRESQL || this == KINGBASE8 || this == SQLSERVER ? "" : " from dual";
    }

    /** Takes the serial's lock for the transaction, or of the table where there is none of a text. */
    String lock(String table) {
        return switch (this) {
            case POSTGRESQL, KINGBASE8 -> "select pg_advisory_xact_lock(hashtextextended(?, 0))";
            case MARIADB -> "select get_lock(concat('tongban:', ?), 3600)";
            case SQLSERVER ->
                "declare @taken int; exec @taken = sp_getapplock @Resource = ?, @LockMode = 'Exclusive',"
                        + " @LockOwner = 'Transaction', @LockTimeout = -1; if @taken < 0 throw 51000, 'not locked', 1";
            case ORACLE, DM -> "lock table " + quoted(table) + " in exclusive mode";
        };
    }

    /** After the commit, where the lock is the session's; empty where it went with the transaction. */
    String unlock() {
        return this == MARIADB ? "do release_lock(concat('tongban:', ?))" : "";
    }

    /** Whether one who may not use a table, or a database, is told the same where there is none. */
    boolean hidesTables() {
        return this == MARIADB;
    }

    boolean locksBySerial() {
        return this != ORACLE && this != DM;
    }

    /**
     * What a connection begins with: the bounds that the server keeps, where it has such, and read committed, or an
     * insert would not see the row of the one that had the lock before it.
     */
    String bounds(Duration reply) {
        long millis = reply.toMillis();
        long seconds = Math.max(1, millis / 2000);
        return switch (this) {
            case POSTGRESQL, KINGBASE8 ->
                "set session characteristics as transaction isolation level read committed;"
                        + " set statement_timeout = " + millis + "; set lock_timeout = " + Math.max(1, millis / 2)
                        + "; set idle_in_transaction_session_timeout = " + millis;
            case MARIADB ->
                "set session innodb_lock_wait_timeout = " + seconds + ", lock_wait_timeout = " + seconds
                        + " /*M!100100 , max_statement_time = " + millis / 1000 + "." + "%03d".formatted(millis % 1000)
                        + " */";
            case SQLSERVER -> "set lock_timeout " + Math.max(1, millis / 2);
            case ORACLE, DM -> "";
        };
    }

    boolean isTooLate(SQLException failure) {
        return this == MARIADB
                ? TOO_LATE_IN_MARIADB.contains(failure.getErrorCode())
                : TOO_LATE.contains(String.valueOf(failure.getSQLState()));
    }

    /** Class 28: invalid authorization; 42501: insufficient_privilege. */
    boolean refusesAccess(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("28")
                || state.equals("42501")
                || (this == MARIADB && REFUSED_IN_MARIADB.contains(failure.getErrorCode()));
    }

    /** PostgreSQL's driver looks at the name after the handshake; of all that ends a beginning, this alone has no cause. */
    boolean meansAnotherName(SQLException failure) {
        return this == POSTGRESQL && "08006".equals(failure.getSQLState()) && failure.getCause() == null;
    }

    boolean wasEnded(SQLException failure) {
        return this == MARIADB && failure.getErrorCode() == KILLED_IN_MARIADB;
    }
}
