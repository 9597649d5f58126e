package io.tongban.gateway.trust.keys;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Has the keys there before the first request, and the same on all nodes seconds after a rotation. */
@ApplicationScoped
@Readiness
class KeyLifecycle implements AsyncHealthCheck {
    private final GatewayKeys keys;

    @Inject
    KeyLifecycle(GatewayKeys keys) {
        this.keys = keys;
    }

    void start(@Observes StartupEvent event) {
        keys.ensureOne();
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        keys.refresh();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(() -> HealthCheckResponse.named("gateway-keys")
                        .status(keys.isReady())
                        .build());
    }
}
