package io.tongban.province.delivery;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.tongban.province.CallLog;
import io.tongban.province.ProvinceCall;
import io.tongban.province.ProvinceReply;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Times, traces and tells of each call of a lane. The span is a client span under whatever span the caller is in, and the
 * routes run on the caller's thread, within it.
 */
final class CallTelemetry {
    private final ProvinceProfile profile;
    private final Tracer tracer;
    private final ChannelMeters meters;
    private final Time time;

    CallTelemetry(ProvinceProfile profile, OpenTelemetry openTelemetry, ChannelMeters meters, Time time) {
        this.profile = profile;
        this.tracer = openTelemetry.getTracer("io.tongban.province");
        this.meters = meters;
        this.time = time;
    }

    ProvinceReply observe(TransactionKind kind, CallLog log, Supplier<Exchanged> call) {
        Instant at = time.clock().instant();
        long begin = time.nanos().getAsLong();
        Span span = tracer.spanBuilder("province " + kind.word())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("tongban.province", profile.code().value())
                .setAttribute("tongban.dialect", profile.dialect())
                .startSpan();
        String outcome = "failed";
        try (Scope scope = span.makeCurrent()) {
            Exchanged exchanged = call.get();
            ProvinceReply reply = exchanged.reply();
            outcome = reply.outcomeWord();
            log.called(new ProvinceCall(kind, at, since(begin), outcome, reply.causeWord(), exchanged.place()));
            if (reply instanceof ProvinceReply.Unknown unknown) {
                span.setAttribute("tongban.cause", unknown.cause().word());
            }
            return reply;
        } finally {
            span.setAttribute("tongban.outcome", outcome);
            span.end();
            meters.called(kind, outcome, since(begin));
        }
    }

    void turnedAway(UnknownCause cause) {
        meters.turnedAway(cause);
    }

    private Duration since(long begin) {
        return Duration.ofNanos(time.nanos().getAsLong() - begin);
    }
}
