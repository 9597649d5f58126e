package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.webhook.EventPage;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Futures;
import io.tongban.sdk.internal.call.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Events that are asked for: for programs that no webhook can reach, and to fill in what was missed. Each is the body of
 * its webhook call, in an answer that the gateway signed. Keep {@link EventPage#nextCursor()} once its events are handled.
 */
public final class EventFeed {
    private static final String PATH = "/v1/events";
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Caller caller;

    EventFeed(Caller caller) {
        this.caller = caller;
    }

    /** An empty page, whose cursor stands at this moment. */
    public EventPage fromNow() {
        return caller.call(reading(null, null));
    }

    public CompletableFuture<EventPage> fromNowAsync() {
        return caller.start(reading(null, null));
    }

    /** The first page of what happened from this time on, at most 30 days ago. */
    public EventPage since(Instant time) {
        return caller.call(reading(null, Given.value(time, "time")));
    }

    public CompletableFuture<EventPage> sinceAsync(Instant time) {
        return caller.start(reading(null, Given.value(time, "time")));
    }

    /**
     * What came after a page. The gateway holds one call of a partner; where it answers another early with nothing, the
     * empty page is given out a second after the call, so that a loop over this asks once a second at most.
     *
     * @param cursor {@link EventPage#nextCursor()}
     * @param wait how long the gateway may hold an answer that would be empty; up to 10 seconds, zero for not at all
     */
    public EventPage after(String cursor, Duration wait) {
        return Futures.on(afterAsync(cursor, wait));
    }

    public CompletableFuture<EventPage> afterAsync(String cursor, Duration wait) {
        Call<EventPage> call = following(cursor, wait);
        Instant began = caller.clock().instant();
        return caller.start(call).thenCompose(page -> paced(page, began, wait));
    }

    private CompletableFuture<EventPage> paced(EventPage page, Instant began, Duration wait) {
        Duration shortest = wait.compareTo(SHORTEST) < 0 ? wait : SHORTEST;
        Duration left = shortest.minus(Duration.between(began, caller.clock().instant()));
        if (!page.items().isEmpty() || left.isZero() || left.isNegative()) {
            return CompletableFuture.completedFuture(page);
        }
        // A clock that was put back meanwhile makes no longer pause.
        return caller.sleeper()
                .pause(left.compareTo(shortest) > 0 ? shortest : left)
                .thenApply(passed -> page);
    }

    private static Call<EventPage> following(String cursor, Duration wait) {
        Call<EventPage> call = reading(Given.value(cursor, "cursor"), null);
        return Given.value(wait, "wait").toSeconds() <= 0 ? call : call.preferring(wait);
    }

    private static Call<EventPage> reading(@Nullable String after, @Nullable Instant since) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("after", after);
        parameters.put("since", since == null ? null : since.toString());
        return Call.read("listEvents", PATH + Target.query(parameters), EventPage.class);
    }
}
