package io.tongban.gateway.contribution.status;

import io.tongban.api.status.StatusApi;
import io.tongban.api.status.WorkerStatus;
import io.tongban.gateway.trust.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The status of a worker over HTTP. */
@ApplicationScoped
public class StatusResource implements StatusApi {
    private final StatusService statuses;
    private final Caller caller;

    @Inject
    public StatusResource(StatusService statuses, Caller caller) {
        this.statuses = statuses;
        this.caller = caller;
    }

    @Override
    public WorkerStatus readStatus(String workerId) {
        return StatusMapper.toWire(workerId, statuses.read(caller.principal(), workerId));
    }
}
