package io.tongban.gateway.contribution.coverage;

import io.tongban.gateway.contribution.enrolment.EnrolmentService.EnrolledWorker;
import io.tongban.gateway.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Tells each partner whose worker is enrolled there; what it is told is what a status would show it. */
@ApplicationScoped
public class CoverageWebhooks {
    private final Webhooks webhooks;
    private final Clock clock;

    @Inject
    public CoverageWebhooks(Webhooks webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    void tell(Handle handle, List<CoverageEvent> events, Function<CoverageEvent, List<EnrolledWorker>> whom) {
        LocalDate today = LocalDate.now(clock);
        webhooks.appendAll(
                handle,
                events.stream()
                        .flatMap(event -> whom.apply(event).stream()
                                .filter(worker -> event.clientId() == null
                                        || event.clientId().equals(worker.clientId()))
                                .map(worker -> new Webhooks.NewEvent(
                                        worker.clientId(),
                                        CoverageMapper.type(event),
                                        null,
                                        null,
                                        null,
                                        CoverageMapper.toWire(event, worker.workerId(), today))))
                        .toList());
    }
}
