package io.tongban.gateway.contribution.mandate;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateApi;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Mandates over HTTP. */
@ApplicationScoped
public class MandateResource implements MandateApi {
    private final MandateService mandates;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public MandateResource(MandateService mandates, Idempotency idempotency, Caller caller, Jdbi jdbi) {
        this.mandates = mandates;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public Mandate createMandate(@Nullable String idempotencyKey, MandateGrant grant) {
        return idempotency.once(
                idempotencyKey,
                201,
                handle -> MandateMapper.toWire(
                        mandates.create(handle, caller.principal(), MandateMapper.fromWire(grant))));
    }

    @Override
    public Mandate readMandate(String mandateId) {
        return jdbi.withHandle(handle -> MandateMapper.toWire(mandates.read(handle, caller.tenant(), mandateId)));
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public Mandate revokeMandate(@Nullable String idempotencyKey, String mandateId, MandateRevocation revocation) {
        return idempotency.once(
                idempotencyKey,
                200,
                handle -> MandateMapper.toWire(mandates.revoke(
                        handle, caller.principal(), mandateId, revocation.revokedAt(), revocation.reason())));
    }
}
