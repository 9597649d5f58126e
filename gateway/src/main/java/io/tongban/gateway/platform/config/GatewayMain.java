package io.tongban.gateway.platform.config;

import static java.util.stream.Collectors.joining;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Prepares what must stand before the application starts: cryptography, and a database where a throw-away one is asked
 * for. In production it refuses to start on less than {@link RequiredSettings}.
 */
@QuarkusMain
public final class GatewayMain {
    /** Profiles of people who try or test the gateway. */
    private static final Set<String> TRIALS = Set.of("dev", "test");
    /** BSD's EX_CONFIG. */
    private static final int MISCONFIGURED = 78;

    private GatewayMain() {}

    public static void main(String... args) {
        OutOfMemory.endsTheProcess();
        // Netty looks for the edge's ConnectionExtension when the first server listens.
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
        CryptoProvider.install();
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        boolean trial = config.getProfiles().stream().anyMatch(TRIALS::contains);
        List<String> lacking = trial ? List.of() : RequiredSettings.lacking(config);
        if (!lacking.isEmpty()) {
            // Not by the log: it is written only once the application has started.
            System.err.println("The gateway does not start. Set, see the table of its README:"
                    + lacking.stream().map(line -> "\n  " + line).collect(joining()));
            System.exit(MISCONFIGURED);
        }
        if (RequiredSettings.value(config, RequiredSettings.JDBC_URL).isEmpty()) {
            startEmbedded(config);
        }
        Quarkus.run(args);
    }

    private static void startEmbedded(SmallRyeConfig config) {
        EmbeddedDatabase database =
                EmbeddedDatabase.start(RequiredSettings.value(config, "tongban.embedded.data-folder"));
        // System properties come before every file, and are read when the application starts.
        System.setProperty(RequiredSettings.JDBC_URL, database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", EmbeddedDatabase.USER);
        if (RequiredSettings.value(config, RequiredSettings.ACTIVE_KEY).isEmpty()) {
            database.keys().forEach(System::setProperty);
        }
    }
}
