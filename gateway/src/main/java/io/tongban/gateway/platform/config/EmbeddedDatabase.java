package io.tongban.gateway.platform.config;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** PostgreSQL as a child process, for trying the gateway without preparing anything. Never for production. */
final class EmbeddedDatabase {
    static final String USER = "postgres";

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    private final EmbeddedPostgres postgres;
    private final Optional<Path> folder;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Optional<Path> folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** @param dataFolder where the data stay between starts; without it they go with the process */
    static EmbeddedDatabase start(Optional<String> dataFolder) {
        Optional<Path> folder = dataFolder.map(Path::of).map(Path::toAbsolutePath);
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60));
            folder.ifPresent(
                    path -> builder.setDataDirectory(path.resolve("postgresql")).setCleanDataDirectory(false));
            LOG.warn("No quarkus.datasource.jdbc.url is configured: starting an embedded PostgreSQL");
            return new EmbeddedDatabase(builder.start(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
        }
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl(USER, "postgres");
    }

    /** Keys for the personal data of this database, made at its first start; they are worth as much as its disk. */
    Map<String, String> keys() {
        LOG.warn("No tongban.pii keys are configured: personal data are encrypted under keys made here");
        return folder.map(path -> EmbeddedKeys.in(path.resolve("pii.properties")))
                .orElseGet(EmbeddedKeys::random);
    }
}
