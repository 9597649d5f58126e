package io.tongban.gateway.contribution.withholding;

import io.tongban.api.withholding.Timeline;
import io.tongban.api.withholding.TimelineEntry;
import io.tongban.api.withholding.TimelineKind;
import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.trust.requestlog.RequestLine;
import io.tongban.gateway.trust.requestlog.RequestLog;
import io.tongban.gateway.webhook.ToldEvent;
import io.tongban.gateway.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What happened about a withholding, from what the rooms have kept of it. */
@ApplicationScoped
class TimelineMapper {
    /** Of requests and of events each; whoever polls makes many. */
    private static final int MOST = 200;

    private final Steps steps;
    private final Webhooks webhooks;
    private final RequestLog requests;

    TimelineMapper(Steps steps, Webhooks webhooks, RequestLog requests) {
        this.steps = steps;
        this.webhooks = webhooks;
        this.requests = requests;
    }

    Timeline of(Handle handle, WithholdingRecord withholding) {
        String id = withholding.id();
        String client = withholding.clientId();
        Stream<TimelineEntry> all = Stream.of(
                        requests.about(handle, client, id, MOST).stream().map(TimelineMapper::request),
                        steps.of(handle, id).stream().map(TimelineMapper::step),
                        webhooks.told(handle, client, id, MOST).stream().map(TimelineMapper::told))
                .flatMap(each -> each);
        return new Timeline(
                id, all.sorted(Comparator.comparing(TimelineEntry::at)).toList());
    }

    private static TimelineEntry request(RequestLine line) {
        return new TimelineEntry(
                line.at(),
                TimelineKind.REQUEST,
                line.method() + " " + line.route(),
                String.valueOf(line.status()),
                line.code(),
                line.id(),
                line.traceId(),
                line.millis(),
                1);
    }

    private static TimelineEntry step(Step step) {
        return new TimelineEntry(
                step.at(),
                TimelineKind.PROVINCE,
                step.what().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                step.outcome(),
                step.cause(),
                null,
                null,
                null,
                step.times());
    }

    private static TimelineEntry told(ToldEvent told) {
        @Nullable Instant settled = told.settledAt();
        boolean delivery = told.deliveryId() != null;
        return new TimelineEntry(
                settled == null ? told.at() : settled,
                delivery ? TimelineKind.DELIVERY : TimelineKind.EVENT,
                delivery ? String.valueOf(told.endpointId()) : told.typeName(),
                told.state() == null ? null : told.state().toLowerCase(Locale.ROOT),
                null,
                delivery ? told.deliveryId() : told.eventId(),
                null,
                settled == null ? null : Duration.between(told.at(), settled).toMillis(),
                1);
    }
}
