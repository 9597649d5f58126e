package io.tongban.gateway.trust.requestlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.pii.PiiPurpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Takes lines without waiting for anybody, and writes them a second later, many in a statement. */
@ApplicationScoped
public class RequestLog {
    private static final int MOST_AT_ONCE = 500;
    private static final int BATCH = 5_000;
    private static final int BATCHES = 100;

    private final Jdbi jdbi;
    private final Pii pii;
    private final ObjectMapper json;
    private final Clock clock;
    private final RequestLogConfig config;
    private final Counter leftOut;
    private final LineBudget budget;
    private final BlockingQueue<RequestLine> waiting;
    /** Drained and not yet written: a database that does not answer costs no line that is here. */
    private final List<RequestLine> writing = new ArrayList<>();

    RequestLog(Jdbi jdbi, Pii pii, ObjectMapper json, Clock clock, RequestLogConfig config, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.pii = pii;
        this.json = json;
        this.clock = clock;
        this.config = config;
        this.leftOut = meters.counter("tongban_request_log_left_out");
        this.budget = new LineBudget(config.linesPerMinute());
        this.waiting = new ArrayBlockingQueue<>(config.waitingLines());
    }

    /** Never waits: what finds no place is left out, and counted. */
    public void offer(RequestLine line) {
        if (!budget.take(line.clientId(), line.refused()) || !waiting.offer(line)) {
            leftOut.increment();
        }
    }

    /** The newest requests about a thing. */
    public List<RequestLine> about(Handle handle, String clientId, String subjectId, int most) {
        return RequestLogStore.list(handle, clientId, new RequestFilter(null, subjectId, null), most).stream()
                .map(RequestLogStore.Row::line)
                .toList();
    }

    /** How long a line is there. */
    public Duration kept() {
        return config.keep();
    }

    /** What a partner sent within a time, in a sandbox, oldest first. */
    public List<RequestLine> within(Handle handle, String clientId, Instant from, Instant to, int most) {
        return RequestLogStore.marked(handle, clientId, from, to, most);
    }

    @Scheduled(identity = "request-log-budget", every = "1m")
    void renewBudget() {
        budget.renew();
    }

    @Scheduled(identity = "request-log", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void write() {
        do {
            waiting.drainTo(writing, MOST_AT_ONCE - writing.size());
            if (!writing.isEmpty()) {
                List<RequestLogStore.Row> rows = writing.stream().map(this::row).toList();
                jdbi.useHandle(handle -> RequestLogStore.insert(handle, rows));
                writing.clear();
            }
        } while (!waiting.isEmpty());
    }

    void end(@Observes ShutdownEvent stop) {
        write();
    }

    @Scheduled(
            identity = "request-log-retention",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        for (int i = 0; i < BATCHES && forgetSome() == BATCH; i++) {
            // Each batch is a transaction of its own.
        }
    }

    private int forgetSome() {
        return jdbi.withHandle(
                handle -> RequestLogStore.forgetBefore(handle, clock.instant().minus(config.keep()), BATCH));
    }

    private RequestLogStore.Row row(RequestLine line) {
        RequestLine.@Nullable Note note = line.note();
        try {
            return new RequestLogStore.Row(
                    line, note == null ? null : pii.encrypt(PiiPurpose.REQUEST_NOTE, json.writeValueAsString(note)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A note can be written", e);
        }
    }

    RequestLine.Note note(byte[] encrypted) {
        try {
            return json.readValue(pii.decrypt(PiiPurpose.REQUEST_NOTE, encrypted), RequestLine.Note.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored note cannot be read", e);
        }
    }
}
