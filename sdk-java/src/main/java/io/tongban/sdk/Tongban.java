package io.tongban.sdk;

import io.tongban.api.counter.CounterContext;
import io.tongban.api.internal.Given;
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

    public Changes changes() {
        return new Changes(caller);
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

    /**
     * The same client at a counter: whatever is called through it says from where, by whom and for what. It shares all
     * with this one, and ends with it.
     */
    public Tongban at(CounterContext counter) {
        return new Tongban(caller.at(Given.value(counter, "counter").toField()), keys, name);
    }

    /** For a bank's own client. */
    public CounterDays counterDays() {
        return new CounterDays(caller);
    }

    /** For a bank's own client, {@link #at} a counter. */
    public CounterPayments counterPayments() {
        return new CounterPayments(caller);
    }

    /** For a bank's own client: what waits for a second person. */
    public Approvals approvals() {
        return new Approvals(caller);
    }

    /** For a bank's own client. */
    public Operators operators() {
        return new Operators(caller);
    }

    /** Where workers are served by people. */
    public ServicePoints servicePoints() {
        return new ServicePoints(caller);
    }

    public Advising advice() {
        return new Advising(caller);
    }

    public Subsidies subsidies() {
        return new Subsidies(caller);
    }

    public Declines declines() {
        return new Declines(caller);
    }

    public WebhookEndpoints webhookEndpoints() {
        return new WebhookEndpoints(caller);
    }

    /** Events that are asked for, where no webhook can come. */
    public EventFeed events() {
        return new EventFeed(caller);
    }

    /** What the gateway saw of this partner's own requests. */
    public RequestLog requestLog() {
        return new RequestLog(caller);
    }

    /** What can be tried in the sandbox. */
    public Scenarios scenarios() {
        return new Scenarios(caller);
    }

    /** Show that your program is right, in the sandbox. */
    public Certifications certifications() {
        return new Certifications(caller);
    }

    public Problems problems() {
        return new Problems(caller);
    }

    /** For the agency's own client; everyone else is refused. */
    public Agency agency() {
        return new Agency(caller);
    }

    /** For the agency's own client, too. */
    public Reconciliation reconciliation() {
        return new Reconciliation(caller);
    }

    /** For the agency's own client, too. */
    public RiskCases riskCases() {
        return new RiskCases(caller);
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
        var unused = Given.value(keyid, "keyid");
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
