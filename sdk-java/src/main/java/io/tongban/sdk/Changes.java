package io.tongban.sdk;

import io.tongban.api.change.CorrectionOrder;
import io.tongban.api.change.InsuranceChange;
import io.tongban.api.change.InsuranceChangeList;
import io.tongban.api.change.InsuranceChangeOrder;
import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Futures;
import io.tongban.sdk.internal.call.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Enrols for insurances, changes, pauses, resumes and ends them, and puts names and mobiles right. Every method throws, or
 * completes with, a {@link io.tongban.sdk.error.TongbanException}.
 */
public final class Changes {
    private static final String PATH = "/v1/workers/";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Changes(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /** Accepted for good, all of its insurances or none; named by its {@code partnerReference}. */
    public InsuranceChangeList change(String workerId, InsuranceChangeOrder order) {
        return change(workerId, order, RequestOptions.none());
    }

    public InsuranceChangeList change(String workerId, InsuranceChangeOrder order, RequestOptions options) {
        return caller.call(changing(workerId, order, options));
    }

    public CompletableFuture<InsuranceChangeList> changeAsync(String workerId, InsuranceChangeOrder order) {
        return changeAsync(workerId, order, RequestOptions.none());
    }

    public CompletableFuture<InsuranceChangeList> changeAsync(
            String workerId, InsuranceChangeOrder order, RequestOptions options) {
        return caller.start(changing(workerId, order, options));
    }

    /** Accepted for good; named by its {@code partnerReference}. */
    public InsuranceChange correct(String workerId, CorrectionOrder order) {
        return correct(workerId, order, RequestOptions.none());
    }

    public InsuranceChange correct(String workerId, CorrectionOrder order, RequestOptions options) {
        return caller.call(correcting(workerId, order, options));
    }

    public CompletableFuture<InsuranceChange> correctAsync(String workerId, CorrectionOrder order) {
        return correctAsync(workerId, order, RequestOptions.none());
    }

    public CompletableFuture<InsuranceChange> correctAsync(
            String workerId, CorrectionOrder order, RequestOptions options) {
        return caller.start(correcting(workerId, order, options));
    }

    public InsuranceChange get(String workerId, String changeId) {
        return caller.call(reading(workerId, changeId));
    }

    public CompletableFuture<InsuranceChange> getAsync(String workerId, String changeId) {
        return caller.start(reading(workerId, changeId));
    }

    /** The last 200 of the worker, newest first. */
    public InsuranceChangeList list(String workerId) {
        return caller.call(listing(workerId));
    }

    public CompletableFuture<InsuranceChangeList> listAsync(String workerId) {
        return caller.start(listing(workerId));
    }

    /** Asks until the outcome is final; the webhook tells it without being asked. */
    public InsuranceChange awaitFinal(String workerId, String changeId, Duration atMost) {
        return Futures.on(awaitFinalAsync(workerId, changeId, atMost));
    }

    public CompletableFuture<InsuranceChange> awaitFinalAsync(String workerId, String changeId, Duration atMost) {
        return Polling.until(caller, () -> getAsync(workerId, changeId), Changes::isFinal, atMost);
    }

    /** A state that this version does not know reads as null, and is not final to it. */
    private static boolean isFinal(InsuranceChange change) {
        return Optional.ofNullable(change.state()).map(state -> state.isFinal()).orElse(false);
    }

    private Call<InsuranceChangeList> changing(String workerId, InsuranceChangeOrder order, RequestOptions options) {
        String reference = Given.value(order, "order").partnerReference();
        return idempotentCalls.named(
                "changeInsurance", path(workerId, "/changes"), order, InsuranceChangeList.class, reference, options);
    }

    private Call<InsuranceChange> correcting(String workerId, CorrectionOrder order, RequestOptions options) {
        String reference = Given.value(order, "order").partnerReference();
        return idempotentCalls.named(
                "correctWorker", path(workerId, "/corrections"), order, InsuranceChange.class, reference, options);
    }

    private static Call<InsuranceChange> reading(String workerId, String changeId) {
        return Call.read("readChange", path(workerId, "/changes/") + Target.segment(changeId), InsuranceChange.class);
    }

    private static Call<InsuranceChangeList> listing(String workerId) {
        return Call.read("listChanges", path(workerId, "/changes"), InsuranceChangeList.class);
    }

    private static String path(String workerId, String rest) {
        return PATH + Target.segment(workerId) + rest;
    }
}
