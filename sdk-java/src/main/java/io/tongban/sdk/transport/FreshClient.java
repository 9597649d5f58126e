package io.tongban.sdk.transport;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The {@link HttpClient} in use, given up for a new one together with its connections. java.net.http keeps an HTTP/2
 * connection for as long as its socket looks open: one that died without a word would take every later call with it. So
 * a call that got no answer in time ends the client that it went by, and so does a pause in which a router in between
 * may have forgotten the connection. What is under way on the old client goes on there.
 */
final class FreshClient {
    /** Shorter than the common routers' and load balancers' 60 seconds. */
    private static final long LONGEST_IDLE_NANOS = Duration.ofSeconds(50).toNanos();

    private final Supplier<HttpClient> maker;
    private final LongSupplier nanos;
    private @Nullable HttpClient client;
    private long usedAt;

    /** @param nanos as {@link System#nanoTime} */
    FreshClient(Supplier<HttpClient> maker, LongSupplier nanos) {
        this.maker = maker;
        this.nanos = nanos;
    }

    synchronized HttpClient current() {
        long now = nanos.getAsLong();
        HttpClient usable = client == null || now - usedAt > LONGEST_IDLE_NANOS ? maker.get() : client;
        client = usable;
        usedAt = now;
        return usable;
    }

    /** Its connections are not trusted any more. One that was given up before stays so, and the new one stays in use. */
    synchronized void giveUp(HttpClient silent) {
        if (client == silent) {
            client = null;
        }
    }

    /** Lets go of it, so that its threads end. */
    synchronized void close() {
        client = null;
    }
}
