package io.tongban.gateway.counter.approval;

import io.tongban.api.approval.ApprovalProof;
import io.tongban.api.approval.ApprovalState;
import io.tongban.gateway.counter.operator.OperatorKey;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Between the contract's records of approvals and ours. */
public final class ApprovalMapper {
    private ApprovalMapper() {}

    /** As it is at this instant. */
    public static io.tongban.api.approval.Approval toWire(Approval approval, Instant now) {
        Approval.Signed checker = approval.checker();
        return new io.tongban.api.approval.Approval(
                approval.id(),
                ApprovalState.valueOf(approval.state(now).name()),
                approval.subject().operation(),
                approval.subject().rule(),
                approval.subject().reference(),
                approval.subject().workerId(),
                approval.subject().amountFen(),
                approval.subject().point(),
                approval.maker().staffNumber(),
                checker == null ? null : checker.staffNumber(),
                approval.openedAt(),
                approval.expiresAt(),
                approval.closedAt(now),
                approval.effectId(),
                approval.revision(now));
    }

    static ApprovalProof toWire(Approval approval, byte[] body, OperatorKey maker, @Nullable OperatorKey checker) {
        Approval.Signed second = approval.checker();
        return new ApprovalProof(
                approval.id(),
                approval.content().method(),
                approval.content().targetUri(),
                approval.content().contentDigest(),
                approval.content().contentType(),
                approval.content().idempotencyKey(),
                approval.content().counterContext(),
                Base64.getEncoder().encodeToString(body),
                approval.maker().signature().input(),
                approval.maker().signature().signature(),
                maker.jwk().toJSONObject(),
                maker.thumbprint(),
                second == null ? null : second.signature().input(),
                second == null ? null : second.signature().signature(),
                checker == null ? null : checker.jwk().toJSONObject(),
                checker == null ? null : checker.thumbprint());
    }
}
