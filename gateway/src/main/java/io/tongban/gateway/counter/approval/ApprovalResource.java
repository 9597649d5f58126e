package io.tongban.gateway.counter.approval;

import io.tongban.api.approval.Approval;
import io.tongban.api.approval.ApprovalApi;
import io.tongban.api.approval.ApprovalPage;
import io.tongban.api.approval.ApprovalProof;
import io.tongban.api.approval.ApprovalState;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.operator.OperatorKey;
import io.tongban.gateway.counter.operator.OperatorKeys;
import io.tongban.gateway.platform.problem.PageLimit;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Approvals over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
public class ApprovalResource implements ApprovalApi {
    private static final int OK = 200;
    private static final String ID = "apv_[0-9a-z]{1,36}";

    private final Approvals approvals;
    private final OperatorKeys keys;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public ApprovalResource(
            Approvals approvals, OperatorKeys keys, Idempotency idempotency, Caller caller, Jdbi jdbi, Clock clock) {
        this.approvals = approvals;
        this.keys = keys;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The cursor is the last id of the page before, and no secret. */
    @Override
    public ApprovalPage listApprovals(@Nullable ApprovalState state, @Nullable String cursor, @Nullable Integer asked) {
        int limit = PageLimit.of(asked);
        if (cursor != null && !cursor.matches(ID)) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        }
        Instant now = clock.instant();
        ApprovalStore.Listing listing = new ApprovalStore.Listing(
                caller.tenant(),
                state == null ? null : io.tongban.gateway.counter.approval.Approval.State.valueOf(state.name()),
                now,
                cursor,
                limit + 1);
        List<Approval> found = jdbi.withHandle(handle -> ApprovalStore.list(handle, listing)).stream()
                .map(each -> ApprovalMapper.toWire(each, now))
                .toList();
        return found.size() <= limit
                ? new ApprovalPage(found, null)
                : new ApprovalPage(found.subList(0, limit), found.get(limit - 1).id());
    }

    @Override
    public Approval readApproval(String approvalId) {
        return jdbi.withHandle(
                handle -> ApprovalMapper.toWire(approvals.read(handle, caller.tenant(), approvalId), clock.instant()));
    }

    @Override
    public ApprovalProof readApprovalProof(String approvalId) {
        return jdbi.inTransaction(handle -> {
            var approval = approvals.read(handle, caller.tenant(), approvalId);
            return ApprovalMapper.toWire(
                    approval,
                    approvals.body(handle, approval),
                    key(handle, approval.maker()),
                    approval.checker() == null ? null : key(handle, approval.checker()));
        });
    }

    private OperatorKey key(Handle handle, io.tongban.gateway.counter.approval.Approval.Signed signed) {
        return keys.find(handle, caller.tenant(), signed.signature().keyid()).orElseThrow();
    }

    @Override
    public Approval withdrawApproval(@Nullable String idempotencyKey, String approvalId) {
        return idempotency.once(
                idempotencyKey,
                OK,
                handle -> ApprovalMapper.toWire(
                        approvals.withdraw(handle, caller.principal(), approvalId), clock.instant()));
    }
}
