package io.tongban.gateway.certification;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Removes runs after their time. */
@ApplicationScoped
class CertificationRetention {
    static final Duration EVERY = Duration.ofHours(1);

    private final CertificationService certifications;
    private final Jdbi jdbi;

    CertificationRetention(CertificationService certifications, Jdbi jdbi) {
        this.certifications = certifications;
        this.jdbi = jdbi;
    }

    @Scheduled(
            identity = "certification-retention",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        jdbi.useTransaction(certifications::forget);
    }
}
