package io.tongban.province.dialect.exchangedb;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.ProvinceProfile;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
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
    static HikariDataSource before(ProvinceProfile profile, String name) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source(profile));
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
        config.setConnectionInitSql(bounds(profile));
        config.setExceptionOverride(new KeepsQuiet());
        return new HikariDataSource(config);
    }

    private static PGSimpleDataSource source(ProvinceProfile profile) {
        URI endpoint = profile.endpoint();
        if (!DATABASE.matcher(endpoint.getPath()).matches()) {
            throw new IllegalArgumentException(
                    profile.file() + ": \"endpoint\" names no database; write postgresql://host:port/database");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {endpoint.getHost()});
        source.setPortNumbers(new int[] {endpoint.getPort()});
        source.setDatabaseName(endpoint.getPath().substring(1));
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

    /** Read committed, or an insert would not see the row of the one that had the serial's lock before it. */
    private static String bounds(ProvinceProfile profile) {
        long reply = profile.timeouts().reply().toMillis();
        return "set session characteristics as transaction isolation level read committed; set statement_timeout = "
                + reply + "; set lock_timeout = " + Math.max(1, reply / 2)
                + "; set idle_in_transaction_session_timeout = " + reply;
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
