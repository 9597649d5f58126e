package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tongban.gateway.testing.TestDatabase;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class TracesTest {
    private final Jdbi jdbi = TestDatabase.fresh();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().build())
            .build();
    private final Tracer tracer = telemetry.getTracer("test");

    @Test
    void aRowIsWorkedOffInTheTraceOfItsRequest() {
        Queue<String> traces = new ConcurrentLinkedQueue<>();
        try (Node node = new Node(jdbi)) {
            ScriptedHandler handler = new ScriptedHandler(
                    jdbi,
                    node.outbox,
                    new LaneBounds(1, 1),
                    lease -> traces.add(Span.current().getSpanContext().getTraceId()));
            Span request = tracer.spanBuilder("request").startSpan();
            try (Scope scope = request.makeCurrent()) {
                node.append("test.do", "s1", "test:a");
            }
            request.end();
            node.start(handler, Map.of(), telemetry);
            Node.awaitEmpty(jdbi);
            assertThat(traces).containsExactly(request.getSpanContext().getTraceId());
        }
    }
}
