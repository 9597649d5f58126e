package io.tongban.sdk;

import io.tongban.sdk.internal.access.KeySource;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Futures;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.KeyLookup;
import java.util.concurrent.CompletableFuture;

/**
 * A partner's client of the gateway. Immutable and thread-safe: keep one a partner for the life of the program; several
 * may live in one JVM. Building it makes no network call; the first call fetches a token and the gateway's keys.
 */
public final class Tongban implements AutoCloseable {
    private final Caller caller;
    private final KeySource keys;
    private final String name;

    Tongban(Caller caller, KeySource keys, String name) {
        this.caller = caller;
        this.keys = keys;
        this.name = name;
    }

    public static TongbanBuilder builder() {
        return new TongbanBuilder();
    }

    public Workers workers() {
        return new Workers(caller);
    }

    public Mandates mandates() {
        return new Mandates(caller);
    }

    public Withholdings withholdings() {
        return new Withholdings(caller);
    }

    public Statuses statuses() {
        return new Statuses(caller);
    }

    public Provinces provinces() {
        return new Provinces(caller);
    }

    public Policies policies() {
        return new Policies(caller);
    }

    public Payouts payouts() {
        return new Payouts(caller);
    }

    public Quotes quotes() {
        return new Quotes(caller);
    }

    public WebhookEndpoints webhookEndpoints() {
        return new WebhookEndpoints(caller);
    }

    public Problems problems() {
        return new Problems(caller);
    }

    /** For the agency's own client; everyone else is refused. */
    public Agency agency() {
        return new Agency(caller);
    }

    /** For the agency's own client, too. */
    public ReviewTasks reviewTasks() {
        return new ReviewTasks(caller);
    }

    /**
     * The gateway's keys for {@link Webhooks} and {@link Receipts}: fetched when first needed, kept as long as the
     * gateway allows, fetched anew for a key id that is not known, though not oftener than every 30 seconds. Asking
     * blocks while they are fetched; a key that cannot be had is unknown.
     */
    public KeyLookup gatewayKeys() {
        return this::find;
    }

    private KeyAnswer find(String keyid) {
        return Futures.on(keys.current()
                .thenCompose(known -> known.find(keyid) instanceof KeyAnswer.Unknown
                        ? keys.newerThan(known).thenApply(newer -> newer.find(keyid))
                        : CompletableFuture.completedFuture(known.find(keyid)))
                .exceptionally(unavailable -> new KeyAnswer.Unknown()));
    }

    /** Sends nothing more and lets go of connections and threads. */
    @Override
    public void close() {
        caller.close();
    }

    /** Client id and gateway; no secret. */
    @Override
    public String toString() {
        return name;
    }
}
