package io.tongban.gateway.platform.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries the trace of a request over the outbox, as a W3C traceparent. */
final class Traces {
    private static final String FIELD = "traceparent";
    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private Traces() {}

    static @Nullable String current() {
        Map<String, String> fields = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), fields, Map::put);
        return fields.get(FIELD);
    }

    /** A span around one try, child of the request that appended the row. */
    static Span start(Tracer tracer, Lease lease) {
        Context parent = Context.root();
        if (lease.traceparent() != null) {
            parent =
                    W3CTraceContextPropagator.getInstance().extract(parent, Map.of(FIELD, lease.traceparent()), GETTER);
        }
        return tracer.spanBuilder("outbox " + lease.kind())
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("tongban.outbox.kind", lease.kind())
                .setAttribute("tongban.outbox.attempt", lease.attempt())
                .startSpan();
    }
}
