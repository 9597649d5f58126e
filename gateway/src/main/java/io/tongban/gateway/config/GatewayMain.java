package io.tongban.gateway.config;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Prepares what must stand before the application starts: cryptography, and a database where none is configured. */
@QuarkusMain
public final class GatewayMain {
    private static final String URL = "quarkus.datasource.jdbc.url";

    private GatewayMain() {}

    public static void main(String... args) {
        CryptoProvider.install();
        Config config = ConfigProvider.getConfig();
        if (value(config, URL).isEmpty()) {
            EmbeddedDatabase database = EmbeddedDatabase.start(value(config, "tongban.embedded.data-folder"));
            // System properties come before every file, and are read when the application starts.
            System.setProperty(URL, database.jdbcUrl());
            System.setProperty("quarkus.datasource.username", EmbeddedDatabase.USER);
            if (value(config, "tongban.pii.active-key").isEmpty()) {
                database.keys().forEach(System::setProperty);
            }
        }
        Quarkus.run(args);
    }

    private static Optional<String> value(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
