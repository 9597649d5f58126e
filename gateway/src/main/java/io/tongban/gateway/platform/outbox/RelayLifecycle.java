package io.tongban.gateway.platform.outbox;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Starts the relay with the application, and stops it in order. */
@ApplicationScoped
class RelayLifecycle {
    private final Relay relay;
    private final boolean on;

    RelayLifecycle(
            Jdbi jdbi,
            Wakeups wakeups,
            @All List<OutboxHandler> handlers,
            OpenTelemetry telemetry,
            OutboxConfig config) {
        this.relay = new Relay(
                jdbi,
                wakeups,
                handlers,
                telemetry.getTracer("io.tongban.gateway.platform.outbox"),
                new WorkerThreads(Thread::new),
                config);
        this.on = config.relay();
    }

    void start(@Observes StartupEvent started) {
        if (on) {
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (on) {
            relay.stop();
        }
    }
}
