package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.concurrent.CompletableFuture;

/**
 * Records, reads and revokes mandates. Every method throws, or completes with, a
 * {@link io.tongban.sdk.error.TongbanException}.
 */
public final class Mandates {
    private static final String PATH = "/v1/mandates";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Mandates(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /** Records the worker's mandate; named by its {@code partnerReference}. */
    public Mandate create(MandateGrant grant) {
        return create(grant, RequestOptions.none());
    }

    public Mandate create(MandateGrant grant, RequestOptions options) {
        return caller.call(creating(grant, options));
    }

    public CompletableFuture<Mandate> createAsync(MandateGrant grant) {
        return createAsync(grant, RequestOptions.none());
    }

    public CompletableFuture<Mandate> createAsync(MandateGrant grant, RequestOptions options) {
        return caller.start(creating(grant, options));
    }

    public Mandate get(String mandateId) {
        return caller.call(reading(mandateId));
    }

    public CompletableFuture<Mandate> getAsync(String mandateId) {
        return caller.start(reading(mandateId));
    }

    /** Revokes for good; named by the mandate, so repeat it with the same revocation, its instant included. */
    public Mandate revoke(String mandateId, MandateRevocation revocation) {
        return revoke(mandateId, revocation, RequestOptions.none());
    }

    public Mandate revoke(String mandateId, MandateRevocation revocation, RequestOptions options) {
        return caller.call(revoking(mandateId, revocation, options));
    }

    public CompletableFuture<Mandate> revokeAsync(String mandateId, MandateRevocation revocation) {
        return revokeAsync(mandateId, revocation, RequestOptions.none());
    }

    public CompletableFuture<Mandate> revokeAsync(
            String mandateId, MandateRevocation revocation, RequestOptions options) {
        return caller.start(revoking(mandateId, revocation, options));
    }

    private Call<Mandate> creating(MandateGrant grant, RequestOptions options) {
        String reference = Given.value(grant, "grant").partnerReference();
        return idempotentCalls.named("createMandate", PATH, grant, Mandate.class, reference, options);
    }

    private static Call<Mandate> reading(String mandateId) {
        return Call.read("readMandate", PATH + "/" + Target.segment(mandateId), Mandate.class);
    }

    private Call<Mandate> revoking(String mandateId, MandateRevocation revocation, RequestOptions options) {
        String path = PATH + "/" + Target.segment(mandateId) + "/revocation";
        var unused = Given.value(revocation, "revocation");
        return idempotentCalls.named("revokeMandate", path, revocation, Mandate.class, mandateId, options);
    }
}
