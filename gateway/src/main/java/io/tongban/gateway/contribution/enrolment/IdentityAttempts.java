package io.tongban.gateway.contribution.enrolment;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Stops partners that try names: each mismatch is an enrolment that was refused for it, whoever found it, so that they
 * are counted over all nodes and from the same rows that the partner sees.
 */
@ApplicationScoped
public class IdentityAttempts {
    private final IdentityConfig config;
    private final Clock clock;

    @Inject
    public IdentityAttempts(IdentityConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @throws ProblemException identity-attempts-exceeded */
    void check(Handle handle, EnrolmentRequest request) {
        int bound = config.partners().getOrDefault(request.clientId(), config.mismatches());
        Instant since = clock.instant().minus(config.window());
        EnrolmentStore.Mismatches found =
                EnrolmentStore.mismatches(handle, request.clientId(), request.personId(), since, bound);
        if (found.ofPerson() >= config.mismatchesPerPerson() || found.ofAll() >= bound) {
            throw new ProblemException(ProblemType.IDENTITY_ATTEMPTS_EXCEEDED);
        }
    }
}
