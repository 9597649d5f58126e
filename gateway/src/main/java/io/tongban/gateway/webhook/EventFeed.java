package io.tongban.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventPage;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.pii.PiiPurpose;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A partner's events as it asks for them. */
@ApplicationScoped
class EventFeed {
    /** Of so many events each; a partner who first asks after a month has that many without position. */
    private static final int MOST_STEPS = 200;

    private final Jdbi jdbi;
    private final Pii pii;
    private final Clock clock;
    private final ObjectReader events;
    private final FeedWaiting waiting;
    private final Duration keep;
    private final FeedStore store = new FeedStore();

    EventFeed(Jdbi jdbi, Pii pii, Clock clock, ObjectMapper json, FeedWaiting waiting, WebhookConfig config) {
        this.jdbi = jdbi;
        this.pii = pii;
        this.clock = clock;
        // What an older version wrote may hold what this one does not know.
        this.events = json.readerFor(WebhookEvent.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.waiting = waiting;
        this.keep = config.keepEvents();
    }

    /** @throws ProblemException cursor-invalid, date-invalid */
    EventPage read(String clientId, @Nullable String after, @Nullable String since, int limit, Duration wait) {
        FeedCursor begin = begin(clientId, after, since);
        EventPage page = page(clientId, begin, limit);
        if (!page.items().isEmpty() || wait.isZero()) {
            return page;
        }
        FeedCursor reached = FeedCursor.read(page.nextCursor(), clientId);
        waiting.await(
                clientId, wait, () -> jdbi.withHandle(handle -> store.hasNews(handle, clientId, reached.position())));
        return page(clientId, reached, limit);
    }

    private FeedCursor begin(String clientId, @Nullable String after, @Nullable String since) {
        if (after == null) {
            return since == null ? now(clientId) : new FeedCursor(0, time(since));
        }
        FeedCursor read = FeedCursor.read(after, clientId);
        Instant from = since == null ? read.since() : time(since);
        return new FeedCursor(read.position(), from.isAfter(read.since()) ? from : read.since());
    }

    /**
     * Behind everything that was committed. A time would not do: it passes over what is committed late, or was written by
     * a clock that is slower than this one.
     */
    private FeedCursor now(String clientId) {
        for (int i = 0; i < MOST_STEPS; i++) {
            FeedStore.Numbered numbered = jdbi.inTransaction(handle -> store.number(handle, clientId));
            if (!numbered.maybeMore()) {
                return new FeedCursor(numbered.last(), Instant.EPOCH);
            }
        }
        // What was done stays done, and the next call goes on.
        throw new ProblemException(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
    }

    /** @throws ProblemException date-invalid */
    static Instant time(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
        } catch (DateTimeException noSuchDay) {
            throw new ProblemException(ProblemType.DATE_INVALID).inParameter("since");
        }
    }

    private EventPage page(String clientId, FeedCursor from, int limit) {
        return jdbi.inTransaction(handle -> page(handle, clientId, from, limit));
    }

    private EventPage page(Handle handle, String clientId, FeedCursor from, int limit) {
        // Nothing is written for those who ask and have missed nothing.
        if (!store.hasNews(handle, clientId, from.position())) {
            return new EventPage(List.of(), from.write(clientId));
        }
        long last = store.number(handle, clientId).last();
        Instant kept = clock.instant().minus(keep);
        Instant since = from.since().isBefore(kept) ? kept : from.since();
        List<FeedStore.Entry> entries = store.page(handle, clientId, from.position(), since, limit);
        long reached = entries.size() < limit
                ? Math.max(last, from.position())
                : entries.get(entries.size() - 1).position();
        return new EventPage(
                entries.stream().map(this::event).toList(), from.at(reached).write(clientId));
    }

    private WebhookEvent event(FeedStore.Entry entry) {
        try {
            return events.readValue(pii.decrypt(PiiPurpose.EVENT, entry.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored event cannot be read", e);
        }
    }
}
