package io.tongban.province.dialect.exchangedb;

import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections by a driver that ships with us, or lies in the operator's folder of drivers. */
final class DriverSource implements DataSource {
    private static final Map<String, ClassLoader> LOADERS = new ConcurrentHashMap<>();

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
        try {
            ClassLoader ours = DriverSource.class.getClassLoader();
            boolean shipped = ours.getResource(sql.driver().replace('.', '/') + ".class") != null;
            ClassLoader theirs = jars.isEmpty() || shipped ? ours : loader(jars.get(), ours);
            return Class.forName(sql.driver(), true, theirs)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    profile.file() + ": the folder of drivers, "
                            + jars.map(Path::toString).orElse("")
                            + ", cannot be read; name another in tongban.province.drivers-folder",
                    e);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            String where = jars.map(folder -> "the folder " + folder)
                    .orElse("a folder, and name that in tongban.province.drivers-folder");
            throw new IllegalArgumentException(
                    profile.file() + ": \"endpoint\" needs the driver " + sql.driver()
                            + ", which is not there; put its jar (" + sql.jar() + ") into " + where,
                    e);
        }
    }

    /**
     * One for each state of a folder, not for each profile: drivers register themselves for as long as the JVM runs, and
     * a profile may be read again and again.
     */
    private static ClassLoader loader(Path folder, ClassLoader parent) throws IOException {
        List<URL> jars = List.of(urls(folder));
        return LOADERS.computeIfAbsent(jars.toString(), same -> new URLClassLoader(jars.toArray(URL[]::new), parent));
    }

    private static URL[] urls(Path folder) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                urls.add(url(jar));
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
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
