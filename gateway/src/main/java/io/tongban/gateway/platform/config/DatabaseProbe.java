package io.tongban.gateway.platform.config;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Asks the database twice a second, over a connection of its own, whether it answers. Whoever wants to know is told what
 * is known and never waits: neither readiness nor a request hangs on a database that keeps silent.
 */
@ApplicationScoped
@Default // for a health check has a qualifier of its own
@Readiness
public class DatabaseProbe implements AsyncHealthCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class);
    private static final long EVERY_MILLIS = 500;

    private final AgroalDataSource pool;
    private final DatabaseAnswers answers = new DatabaseAnswers();
    private volatile boolean stopping;

    @Inject
    DatabaseProbe(AgroalDataSource pool) {
        this.pool = pool;
    }

    void start(@Observes StartupEvent started) {
        AgroalConnectionFactoryConfiguration factory =
                pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        ProbeConnection connection = new ProbeConnection(factory.jdbcUrl(), credentials(factory));
        Thread thread = new Thread(() -> keepAsking(connection), "database-probe");
        thread.setDaemon(true);
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void keepAsking(ProbeConnection connection) {
        try {
            while (!stopping) {
                ask(connection);
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(ProbeConnection connection) {
        boolean before = isAnswering();
        answers.asking(System.nanoTime());
        String silence = connection.ask().orElse(null);
        answers.asked(silence == null);
        boolean now = isAnswering();
        if (before && !now) {
            LOG.warnf("The database does not answer: %s", silence);
        } else if (!before && now) {
            // What the pool holds is from before: each of its connections would fail once more.
            pool.flush(FlushMode.GRACEFUL);
            LOG.info("The database answers again");
        }
    }

    /** Whether the database answered when it was asked last, half a second ago or so. */
    public boolean isAnswering() {
        return answers.isAnswering(System.nanoTime());
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(() -> HealthCheckResponse.named("database")
                        .status(isAnswering())
                        .build());
    }

    private static Properties credentials(AgroalConnectionFactoryConfiguration factory) {
        Properties properties = new Properties();
        properties.putAll(factory.jdbcProperties());
        if (factory.principal() instanceof NamePrincipal user) {
            properties.setProperty("user", user.getName());
        }
        factory.credentials().stream()
                .filter(SimplePassword.class::isInstance)
                .map(SimplePassword.class::cast)
                .forEach(password -> properties.setProperty("password", password.getWord()));
        return properties;
    }
}
