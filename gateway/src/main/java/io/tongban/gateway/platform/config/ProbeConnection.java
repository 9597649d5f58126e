package io.tongban.gateway.platform.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** One connection that waits for nothing longer than two seconds, made again whenever it fails. For one thread. */
final class ProbeConnection {
    private final String url;
    private final Properties properties;
    private @Nullable Connection connection;

    ProbeConnection(String url, Properties credentials) {
        this.url = url;
        this.properties = new Properties();
        properties.putAll(credentials);
        properties.setProperty("connectTimeout", "1");
        properties.setProperty("socketTimeout", "2");
        properties.setProperty("ApplicationName", "tongban-gateway-probe");
    }

    /** Empty if the database answered; else why not, without the driver's words. */
    Optional<String> ask() {
        try {
            Connection open = connection;
            if (open == null) {
                open = new Driver().connect(url, properties);
                connection = open;
            }
            if (open == null) {
                return Optional.of("the JDBC URL is not PostgreSQL's");
            }
            try (Statement statement = open.createStatement()) {
                statement.execute("select 1");
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("SQLSTATE " + e.getSQLState() + close());
        } catch (RuntimeException e) {
            // Whatever the driver finds: the one who asks has to go on asking.
            return Optional.of(e.getClass().getName() + close());
        }
    }

    private String close() {
        Connection broken = connection;
        connection = null;
        try {
            if (broken != null) {
                broken.close();
            }
            return "";
        } catch (SQLException alreadyBroken) {
            return ", closed with " + alreadyBroken.getSQLState();
        }
    }
}
