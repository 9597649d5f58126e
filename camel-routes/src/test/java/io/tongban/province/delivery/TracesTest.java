package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {
    private final Exported spans = new Exported();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build();
    private final TcpStub sichuan = new TcpStub();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws IOException {
        provider.close();
        sichuan.close();
    }

    @Test
    void eachCallIsASpanUnderTheCallersOwn() {
        sichuan.script = (request, out, socket) -> {};
        Tracer caller = provider.get("caller");
        try (ProvinceLink link = new Links(folder)
                .set("tongban.province.51.endpoint", sichuan.endpoint())
                .openTelemetry(new Traces(provider))
                .open()) {
            Span dispatch = caller.spanBuilder("dispatch").startSpan();
            try (Scope scope = dispatch.makeCurrent()) {
                link.send(Samples.withhold(Samples.SICHUAN));
            }
            dispatch.end();
        }

        SpanData call = spans.all.get(0);
        assertThat(call.getName()).isEqualTo("province withhold");
        assertThat(call.getParentSpanId()).isEqualTo(spans.all.get(1).getSpanId());
        assertThat(call.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("tongban.province"), "51")
                .containsEntry(AttributeKey.stringKey("tongban.dialect"), "tcp")
                .containsEntry(AttributeKey.stringKey("tongban.outcome"), "unknown")
                .containsEntry(AttributeKey.stringKey("tongban.cause"), "connection-cut");
    }

    private record Traces(SdkTracerProvider provider) implements OpenTelemetry {
        @Override
        public TracerProvider getTracerProvider() {
            return provider;
        }

        @Override
        public ContextPropagators getPropagators() {
            return ContextPropagators.noop();
        }
    }

    private static final class Exported implements SpanExporter {
        private final List<SpanData> all = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> batch) {
            all.addAll(batch);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
