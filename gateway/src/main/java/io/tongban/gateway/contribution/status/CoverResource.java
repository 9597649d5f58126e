package io.tongban.gateway.contribution.status;

import io.tongban.api.cover.CoverApi;
import io.tongban.api.cover.WorkerCover;
import io.tongban.gateway.trust.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The cover of a worker over HTTP. */
@ApplicationScoped
public class CoverResource implements CoverApi {
    private final StatusService statuses;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public CoverResource(StatusService statuses, Caller caller, Clock clock) {
        this.statuses = statuses;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public WorkerCover readCover(String workerId, @Nullable String from, @Nullable String to) {
        CoverDays days = CoverDays.of(from, to, LocalDate.now(clock));
        return CoverMapper.toWire(workerId, days, statuses.covers(caller.principal(), workerId, days));
    }
}
