package io.tongban.gateway.contribution.change;

import io.tongban.api.change.ChangeApi;
import io.tongban.api.change.CorrectionOrder;
import io.tongban.api.change.InsuranceChange;
import io.tongban.api.change.InsuranceChangeList;
import io.tongban.api.change.InsuranceChangeOrder;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Changes over HTTP. */
@ApplicationScoped
public class ChangeResource implements ChangeApi {
    private static final int ACCEPTED = 202;

    private final ChangeService changes;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public ChangeResource(ChangeService changes, Idempotency idempotency, Caller caller, Jdbi jdbi) {
        this.changes = changes;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public InsuranceChangeList changeInsurance(
            String workerId, @Nullable String idempotencyKey, InsuranceChangeOrder order) {
        return idempotency.once(
                idempotencyKey,
                ACCEPTED,
                handle -> shown(changes.change(handle, caller.principal(), workerId, ChangeMapper.fromWire(order))));
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public InsuranceChange correctWorker(String workerId, @Nullable String idempotencyKey, CorrectionOrder order) {
        return idempotency.once(
                idempotencyKey,
                ACCEPTED,
                handle -> ChangeMapper.toWire(
                        changes.correct(handle, caller.principal(), workerId, ChangeMapper.fromWire(order))));
    }

    @Override
    public InsuranceChangeList listChanges(String workerId) {
        return shown(jdbi.withHandle(handle -> changes.list(handle, caller.tenant(), workerId)));
    }

    @Override
    public InsuranceChange readChange(String workerId, String changeId) {
        return jdbi.withHandle(
                handle -> ChangeMapper.toWire(changes.read(handle, caller.tenant(), workerId, changeId)));
    }

    private static InsuranceChangeList shown(List<ChangeRecord> changes) {
        return new InsuranceChangeList(
                changes.stream().map(ChangeMapper::toWire).toList());
    }
}
