package io.tongban.province.dialect.exchangedb;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.ProvinceProfile;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Sets up the connections to one province: none while nothing is to do, and never more than calls may run at once. */
final class ExchangePool {
    private static final Pattern DATABASE = Pattern.compile("/[A-Za-z0-9_-]+");
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LIFE = Duration.ofMinutes(10);
    /** What Hikari takes at least. */
    private static final long LEAST_MILLIS = 250;

    private ExchangePool() {}

    /** @throws IllegalArgumentException if the profile's endpoint names no database */
    static HikariDataSource before(ProvinceProfile profile, String name, Optional<Path> drivers) {
        SqlDialect sql = SqlDialect.of(profile);
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source(profile, drivers));
        config.setUsername(profile.operator());
        config.setPassword(profile.password().value());
        config.setMaximumPoolSize(profile.limits().callsAtOnce());
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setMaxLifetime(LIFE.toMillis());
        // A province that is down does not stop the start.
        config.setInitializationFailTimeout(-1);
        long connect = Math.max(LEAST_MILLIS, profile.timeouts().connect().toMillis());
        config.setConnectionTimeout(connect);
        config.setValidationTimeout(connect);
        if (sql != SqlDialect.POSTGRESQL) {
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        }
        String bounds = sql.bounds(profile.timeouts().reply());
        config.setConnectionInitSql(bounds.isEmpty() ? null : bounds);
        config.setExceptionOverride(new KeepsQuiet());
        return new HikariDataSource(config);
    }

    /**
     * Connections without a pool.
     *
     * @throws IllegalArgumentException as above, or if there is no driver
     */
    static DataSource source(ProvinceProfile profile, Optional<Path> drivers) {
        SqlDialect sql = SqlDialect.of(profile);
        return sql == SqlDialect.POSTGRESQL ? postgres(profile) : byDriver(profile, sql, drivers);
    }

    private static String database(ProvinceProfile profile) {
        URI endpoint = profile.endpoint();
        if (!DATABASE.matcher(endpoint.getPath()).matches()) {
            throw new IllegalArgumentException(profile.file() + ": \"endpoint\" names no database; write "
                    + endpoint.getScheme() + "://host:port/database");
        }
        return endpoint.getPath().substring(1);
    }

    private static DataSource byDriver(ProvinceProfile profile, SqlDialect sql, Optional<Path> drivers) {
        Properties properties = new Properties();
        if (!profile.clientCertificate().isEmpty()) {
            throw new IllegalArgumentException(profile.file() + ": \"options.client-certificate\" is not to be had for "
                    + profile.endpoint().getScheme() + "; remove it");
        }
        if (sql == SqlDialect.MARIADB) {
            // A server may ask a driver for any file of this machine, and for the password in clear text.
            properties.setProperty("allowLocalInfile", "false");
            properties.setProperty("restrictedAuth", "mysql_native_password,client_ed25519,caching_sha2_password");
            properties.setProperty("sslMode", profile.overTls() ? "verify-full" : "disable");
            if (profile.overTls() && !profile.trust().isEmpty()) {
                properties.setProperty("serverSslCert", profile.trust());
            }
        }
        bounds(profile, sql).forEach(properties::setProperty);
        return DriverSource.of(profile, sql, sql.url(profile.endpoint(), database(profile)), properties, drivers);
    }

    /** Each driver has words of its own for how long it waits, and by default most of them wait for ever. */
    static Map<String, String> bounds(ProvinceProfile profile, SqlDialect sql) {
        Duration connect = profile.timeouts().connect();
        Duration together = profile.timeouts().together();
        String connectMillis = String.valueOf(connect.toMillis());
        String replyMillis = String.valueOf(together.toMillis());
        String connectSeconds = String.valueOf(wholeSeconds(connect));
        return switch (sql) {
            case POSTGRESQL -> Map.of();
            case MARIADB, DM -> Map.of("connectTimeout", connectMillis, "socketTimeout", replyMillis);
            case ORACLE -> Map.of("oracle.net.CONNECT_TIMEOUT", connectMillis, "oracle.jdbc.ReadTimeout", replyMillis);
            case SQLSERVER -> Map.of("loginTimeout", connectSeconds, "socketTimeout", replyMillis);
            case KINGBASE8 ->
                Map.of(
                        "connectTimeout", connectSeconds,
                        "loginTimeout", connectSeconds,
                        "socketTimeout", String.valueOf(wholeSeconds(together)));
        };
    }

    private static PGSimpleDataSource postgres(ProvinceProfile profile) {
        URI endpoint = profile.endpoint();
        PGSimpleDataSource source = new PGSimpleDataSource();
        // Days and numbers are columns of their own types in some provinces; as text alone they would be refused.
        source.setStringType("unspecified");
        source.setServerNames(new String[] {endpoint.getHost()});
        source.setPortNumbers(new int[] {endpoint.getPort()});
        source.setDatabaseName(database(profile));
        source.setApplicationName("tongban");
        source.setConnectTimeout(wholeSeconds(profile.timeouts().connect()));
        source.setSocketTimeout(wholeSeconds(profile.timeouts().together()));
        source.setTcpKeepAlive(true);
        if (Tls.of(profile).isPresent()) {
            source.setSslMode("verify-full");
            source.setSslfactory(TlsSockets.class.getName());
            source.setSslFactoryArg(TlsSockets.files(profile));
        } else {
            // Else the driver would try TLS, take whatever certificate comes, and do without if none comes.
            source.setSslMode("disable");
        }
        // Details quote rows, and rows hold persons.
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static int wholeSeconds(Duration duration) {
        return (int) duration.plusMillis(999).toSeconds();
    }

    /** Otherwise the pool would log what the far side says, as it drops a connection; they are dropped without it. */
    private static final class KeepsQuiet implements SQLExceptionOverride {
        @java.lang.Override // the interface has an Override of its own
        public Override adjudicate(SQLException failure) {
            return Override.DO_NOT_EVICT;
        }
    }
}
