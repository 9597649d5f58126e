package io.tongban.sdk.internal.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sdk.key.GatewayKeys;
import io.tongban.sdk.transport.Transport;
import io.tongban.sdk.transport.TransportRequest;
import io.tongban.sdk.transport.TransportResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's keys, kept as long as its Cache-Control says. When they cannot be fetched anew, the old ones serve an
 * hour more. A keyid that is not among them has them fetched again, but not oftener than every 30 seconds: anyone can
 * make up keyids.
 */
public final class KeySource {
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(30);

    private final PlainFetch fetch;
    private final URI address;
    private final Clock clock;
    private final Duration timeout;
    private final AtomicReference<@Nullable HeldKeys> last = new AtomicReference<>();
    private final SharedFetch<HeldKeys> shared;

    public KeySource(Transport transport, URI address, Clock clock, Duration timeout) {
        this.fetch = new PlainFetch(transport, "The gateway's key set");
        this.address = address;
        this.clock = clock;
        this.timeout = timeout;
        this.shared = new SharedFetch<>(this::fetch, held -> held.isFresh(clock.instant()));
    }

    /** Completes exceptionally with a {@link NotReadyException} if there are none and none can be had. */
    public CompletableFuture<GatewayKeys> current() {
        return shared.get().thenApply(HeldKeys::keys);
    }

    /** After a keyid was not found in these keys: newer ones, or the same if it is too early to ask again. */
    public CompletableFuture<GatewayKeys> newerThan(GatewayKeys keys) {
        HeldKeys held = last.get();
        if (held != null && held.keys() == keys) {
            if (clock.instant().isBefore(held.askedAt().plus(SHORTEST_INTERVAL))) {
                return CompletableFuture.completedFuture(keys);
            }
            shared.drop(held);
        }
        return current();
    }

    private CompletableFuture<HeldKeys> fetch() {
        Map<String, String> fields = Map.of("Accept", "application/json");
        return fetch.send(new TransportRequest("GET", address, fields, new byte[0], timeout, PlainFetch.MAX_BYTES))
                .thenApply(this::read)
                .exceptionally(this::oldOnes)
                .whenComplete((held, failure) -> last.set(failure == null ? held : last.get()));
    }

    private HeldKeys read(TransportResponse answer) {
        if (answer.status() != 200) {
            throw fetch.refused(answer.status(), "");
        }
        try {
            GatewayKeys keys = GatewayKeys.parse(new String(answer.body(), UTF_8));
            return HeldKeys.fetched(keys, clock.instant(), CacheControl.maxAge(answer.fields()));
        } catch (IllegalArgumentException notASet) {
            throw fetch.unreadable();
        }
    }

    private HeldKeys oldOnes(Throwable failure) {
        HeldKeys held = last.get();
        Instant now = clock.instant();
        if (held != null && held.isUsable(now)) {
            return held.onceMore(now, SHORTEST_INTERVAL);
        }
        throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
