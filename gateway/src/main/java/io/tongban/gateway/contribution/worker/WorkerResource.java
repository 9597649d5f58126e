package io.tongban.gateway.contribution.worker;

import io.tongban.api.agency.AlertKind;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerApi;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.api.worker.WorkerSearch;
import io.tongban.gateway.platform.audit.PartnerAlerts;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Workers over HTTP. */
@ApplicationScoped
public class WorkerResource implements WorkerApi {
    private final WorkerService workers;
    private final Idempotency idempotency;
    private final PartnerAlerts alerts;
    private final Caller caller;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public WorkerResource(
            WorkerService workers,
            Idempotency idempotency,
            PartnerAlerts alerts,
            Caller caller,
            Jdbi jdbi,
            Clock clock) {
        this.workers = workers;
        this.idempotency = idempotency;
        this.alerts = alerts;
        this.caller = caller;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public Worker registerWorker(@Nullable String idempotencyKey, WorkerRegistration registration) {
        try {
            return idempotency.once(idempotencyKey, 201, handle -> {
                Registration checked = WorkerMapper.fromWire(registration, LocalDate.now(clock));
                return WorkerMapper.toWire(workers.register(handle, caller.principal(), checked));
            });
        } catch (ProblemException refused) {
            // What the refused transaction had written was rolled back with it.
            if (refused.type() == ProblemType.IDENTITY_ATTEMPTS_EXCEEDED) {
                jdbi.useTransaction(handle -> alerts.raise(handle, caller.tenant(), AlertKind.IDENTITY_ATTEMPTS));
            }
            throw refused;
        }
    }

    @Override
    public Worker readWorker(String workerId) {
        return jdbi.withHandle(handle -> WorkerMapper.toWire(workers.read(handle, caller.principal(), workerId)));
    }

    @Override
    public Worker findWorker(WorkerSearch search) {
        CitizenNumber number = CitizenNumber.asWritten(search.citizenNumber());
        return jdbi.withHandle(handle -> WorkerMapper.toWire(workers.find(handle, caller.principal(), number)));
    }
}
