package io.tongban.province.dialect.exchangedb;

import io.tongban.province.dialect.AddedJars;
import io.tongban.province.profile.ProvinceProfile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections by a driver that ships with us, or lies in the operator's folder of drivers. */
final class DriverSource implements DataSource {
    private final Driver driver;
    private final String url;
    private final Properties properties;

    private DriverSource(Driver driver, String url, Properties properties) {
        this.driver = driver;
        this.url = url;
        this.properties = properties;
    }

    /** @throws IllegalArgumentException if the driver is nowhere; the message says which jar is missing, and where */
    static DriverSource of(
            ProvinceProfile profile, SqlDialect sql, String url, Properties properties, Optional<Path> jars) {
        return new DriverSource(driver(profile, sql, jars), url, properties);
    }

    private static Driver driver(ProvinceProfile profile, SqlDialect sql, Optional<Path> jars) {
        Class<? extends Driver> driver = new AddedJars(jars)
                .find(
                        sql.driver(),
                        Driver.class,
                        profile.file(),
                        "\"endpoint\" needs the driver " + sql.driver() + ", which is not there; put its jar ("
                                + sql.jar() + ")");
        try {
            return driver.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalArgumentException(
                    profile.file() + ": the driver " + sql.driver() + " cannot be made; put all of its jars there", e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties all = new Properties();
        all.putAll(properties);
        all.setProperty("user", user);
        all.setProperty("password", password);
        Connection connection = driver.connect(url, all);
        if (connection == null) {
            throw new SQLException("the driver does not take its own address", "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection() throws SQLException {
        throw new SQLFeatureNotSupportedException("who connects has a name");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // What a driver would write there quotes rows.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Each connection has its own, among its properties.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("it logs nothing");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException("there is nothing inside");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
