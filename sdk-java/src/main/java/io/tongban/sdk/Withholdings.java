package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.withholding.Receipt;
import io.tongban.api.withholding.Timeline;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Futures;
import io.tongban.sdk.internal.call.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Withholds contributions and follows them. Every method throws, or completes with, a
 * {@link io.tongban.sdk.error.TongbanException}.
 */
public final class Withholdings {
    private static final String PATH = "/v1/withholdings";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Withholdings(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /**
     * Withholds one month; named by its {@code partnerReference}. Accepted for good once this returns. The same order
     * again answers what the first call answered, not what has become of it since: {@link #get} reads that, and of two
     * versions the one with the higher {@code revision} is the newer.
     */
    public Withholding withhold(WithholdingOrder order) {
        return withhold(order, RequestOptions.none());
    }

    public Withholding withhold(WithholdingOrder order, RequestOptions options) {
        return caller.call(withholding(order, options));
    }

    /** @param wait how long the gateway may hold its answer for a final outcome, whole seconds, 1 to 10 */
    public Withholding withhold(WithholdingOrder order, Duration wait) {
        return withhold(order, RequestOptions.none().withWait(wait));
    }

    public CompletableFuture<Withholding> withholdAsync(WithholdingOrder order) {
        return withholdAsync(order, RequestOptions.none());
    }

    public CompletableFuture<Withholding> withholdAsync(WithholdingOrder order, RequestOptions options) {
        return caller.start(withholding(order, options));
    }

    public CompletableFuture<Withholding> withholdAsync(WithholdingOrder order, Duration wait) {
        return withholdAsync(order, RequestOptions.none().withWait(wait));
    }

    public Withholding get(String withholdingId) {
        return caller.call(reading(withholdingId));
    }

    public CompletableFuture<Withholding> getAsync(String withholdingId) {
        return caller.start(reading(withholdingId));
    }

    /** Newest first, fetched page by page as it is walked. */
    public Pages<Withholding> list(WithholdingQuery query) {
        var unused = Given.value(query, "query");
        return new Pages<>(cursor -> {
            WithholdingPage page = caller.call(listing(query, cursor));
            return new Pages.Page<>(page.items(), page.nextCursor());
        });
    }

    /**
     * One page.
     *
     * @param cursor {@code nextCursor} of the page before; null for the first
     */
    public CompletableFuture<WithholdingPage> listAsync(WithholdingQuery query, @Nullable String cursor) {
        return caller.start(listing(query, cursor));
    }

    /** The one that this partner gave this reference to. */
    public Optional<Withholding> findByReference(String partnerReference) {
        return list(WithholdingQuery.all().withReference(Given.value(partnerReference, "partnerReference"))).stream()
                .findFirst();
    }

    /**
     * Reads until the outcome is final, at growing intervals.
     *
     * @return the withholding as last read; ask its state, the time may have been too short
     */
    public Withholding awaitFinal(String withholdingId, Duration atMost) {
        return Futures.on(awaitFinalAsync(withholdingId, atMost));
    }

    public CompletableFuture<Withholding> awaitFinalAsync(String withholdingId, Duration atMost) {
        return Polling.until(caller, () -> getAsync(withholdingId), Withholdings::isFinal, atMost);
    }

    /** What happened about it: requests, the province, events and their deliveries. */
    public Timeline timeline(String withholdingId) {
        return caller.call(readingTimeline(withholdingId));
    }

    public CompletableFuture<Timeline> timelineAsync(String withholdingId) {
        return caller.start(readingTimeline(withholdingId));
    }

    /** The final outcome as a signed receipt; read it with {@link Receipts}. */
    public Receipt receipt(String withholdingId) {
        return caller.call(readingReceipt(withholdingId));
    }

    public CompletableFuture<Receipt> receiptAsync(String withholdingId) {
        return caller.start(readingReceipt(withholdingId));
    }

    /** A state that this version does not know reads as null, and is not final to it. */
    private static boolean isFinal(Withholding withholding) {
        return Optional.ofNullable(withholding.state())
                .map(state -> state.isFinal())
                .orElse(false);
    }

    private Call<Withholding> withholding(WithholdingOrder order, RequestOptions options) {
        String reference = Given.value(order, "order").partnerReference();
        Call<Withholding> call = idempotentCalls.named("withhold", PATH, order, Withholding.class, reference, options);
        Duration wait = options.preferredWait();
        return wait == null ? call : call.preferring(wait);
    }

    private static Call<Withholding> reading(String withholdingId) {
        return Call.read("readWithholding", PATH + "/" + Target.segment(withholdingId), Withholding.class);
    }

    private static Call<WithholdingPage> listing(WithholdingQuery query, @Nullable String cursor) {
        return Call.read("listWithholdings", PATH + Given.value(query, "query").query(cursor), WithholdingPage.class);
    }

    private static Call<Timeline> readingTimeline(String withholdingId) {
        return Call.read("readTimeline", PATH + "/" + Target.segment(withholdingId) + "/timeline", Timeline.class);
    }

    private static Call<Receipt> readingReceipt(String withholdingId) {
        return Call.read("readReceipt", PATH + "/" + Target.segment(withholdingId) + "/receipt", Receipt.class);
    }
}
