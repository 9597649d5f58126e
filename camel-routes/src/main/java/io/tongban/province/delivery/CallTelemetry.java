package io.tongban.province.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.tongban.province.CallLog;
import io.tongban.province.ProvinceCall;
import io.tongban.province.ProvinceReply;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.TransactionKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Times and traces each call. The timer is {@code tongban.province.calls} with tags province, dialect, command and outcome
 * (accepted, refused, pending, unknown); the span is a client span under whatever span the caller is in, and the routes
 * run on the caller's thread, within it.
 */
final class CallTelemetry {
    static final String TIMER = "tongban.province.calls";

    private final Tracer tracer;
    private final MeterRegistry meters;

    private final Clock clock;

    CallTelemetry(OpenTelemetry openTelemetry, MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.tracer = openTelemetry.getTracer("io.tongban.province");
        this.meters = meters;
    }

    ProvinceReply observe(ProvinceProfile profile, TransactionKind kind, CallLog log, Supplier<ProvinceReply> call) {
        String province = profile.code().value();
        Timer.Sample sample = Timer.start(meters);
        Instant at = clock.instant();
        long begin = System.nanoTime();
        Span span = tracer.spanBuilder("province " + kind.word())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("tongban.province", province)
                .setAttribute("tongban.dialect", profile.dialect())
                .startSpan();
        String outcome = "failed";
        try (Scope scope = span.makeCurrent()) {
            ProvinceReply reply = call.get();
            outcome = reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            log.called(new ProvinceCall(
                    kind.word(), at, Duration.ofNanos(System.nanoTime() - begin), outcome, cause(reply)));
            if (reply instanceof ProvinceReply.Unknown unknown) {
                span.setAttribute("tongban.cause", unknown.cause());
            }
            return reply;
        } finally {
            span.setAttribute("tongban.outcome", outcome);
            span.end();
            sample.stop(Timer.builder(TIMER)
                    .description("Calls to provinces' systems")
                    .tags(
                            "province",
                            province,
                            "dialect",
                            profile.dialect(),
                            "command",
                            kind.word(),
                            "outcome",
                            outcome)
                    .register(meters));
        }
    }

    private static String cause(ProvinceReply reply) {
        if (reply instanceof ProvinceReply.Unknown unknown) {
            return unknown.cause();
        }
        return reply instanceof ProvinceReply.Refused refused
                ? refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "";
    }
}
