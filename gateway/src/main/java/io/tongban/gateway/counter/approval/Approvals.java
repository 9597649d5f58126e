package io.tongban.gateway.counter.approval;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.operator.Visit;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.pii.PiiPurpose;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.risk.RiskFacts;
import io.tongban.gateway.trust.risk.SecondPersonNeeded;
import io.tongban.signature.OperatorContent;
import io.tongban.signature.OperatorSignature.Role;
import io.tongban.signature.RequestMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a maker signed, and lets a checker's signature over it be used once. What is used is marked in the transaction
 * of the effect; so whoever else signs, withdraws or is too late finds it closed.
 */
@ApplicationScoped
public class Approvals {
    private final Signatures signatures;
    private final Checkers checkers;
    private final Audit audit;
    private final Pii pii;
    private final Clock clock;
    private final Duration lifetime;

    @Inject
    public Approvals(
            Signatures signatures, Checkers checkers, Audit audit, Pii pii, ApprovalConfig config, Clock clock) {
        this.signatures = signatures;
        this.checkers = checkers;
        this.audit = audit;
        this.pii = pii;
        this.clock = clock;
        this.lifetime = config.lifetime();
    }

    /**
     * Keeps what the maker signed. The same once more is the same approval, while it waits.
     *
     * @param body the octets received
     * @throws ProblemException what is wrong with the maker's signature; maker-differs; approval-pending;
     *     signature-nonce-reused for a signature whose approval is closed
     */
    Approval open(Handle handle, Visit visit, SecondPersonNeeded needed, RequestMessage message, byte[] body) {
        Instant now = clock.instant();
        Approval.Signed maker = signatures.verified(handle, visit.clientId(), Role.MAKER, message, body);
        if (!maker.staffNumber().equals(visit.operator())) {
            throw new ProblemException(ProblemType.MAKER_DIFFERS);
        }
        Approval opened = opened(visit, needed, OperatorContent.of(message), maker, now);
        // What has expired is in nobody's way, whether or not the housekeeping has come by.
        tellExpired(handle, ApprovalStore.expireInTheWay(handle, opened));
        if (ApprovalStore.insert(handle, opened, sealed(body))) {
            tell(handle, visit.by(), "approval.opened", opened, needed.told());
            return opened;
        }
        return standing(handle, opened);
    }

    private Approval standing(Handle handle, Approval asked) {
        Approval standing = ApprovalStore.hold(
                        handle, asked.clientId(), asked.content().idempotencyKey())
                .filter(each -> each.state(asked.openedAt()) == Approval.State.PENDING)
                .filter(each -> each.content().equals(asked.content()))
                .orElse(null);
        if (standing != null) {
            return standing;
        }
        boolean isUsed = ApprovalStore.ofSignature(
                        handle, asked.clientId(), asked.maker().signature())
                .isPresent();
        throw isUsed
                ? new ProblemException(
                        ProblemType.SIGNATURE_NONCE_REUSED, "Signature maker: what it opened is closed; sign anew")
                : new ProblemException(ProblemType.APPROVAL_PENDING);
    }

    private Approval opened(
            Visit visit, SecondPersonNeeded needed, OperatorContent content, Approval.Signed maker, Instant now) {
        RiskFacts facts = needed.facts();
        return new Approval(
                Ids.next("apv_"),
                Approval.State.PENDING,
                visit.clientId(),
                new Approval.Subject(
                        facts.operation(),
                        needed.rule(),
                        facts.reference(),
                        facts.workerId(),
                        facts.amountFen(),
                        facts.point()),
                content,
                maker,
                null,
                null,
                now,
                now.plus(lifetime),
                null);
    }

    /**
     * Uses the checker's signature for this effect, in its transaction.
     *
     * @param effectId of what happens now
     * @return who signed beside
     * @throws ProblemException what is wrong with the signature or with who signed; approval-not-found,
     *     approval-content-changed, approval-expired or approval-closed
     */
    Approval.Signed confirm(Handle handle, Visit visit, RequestMessage message, byte[] body, String effectId) {
        OperatorContent content = OperatorContent.of(message);
        Approval pending = ApprovalStore.hold(handle, visit.clientId(), content.idempotencyKey())
                .orElseThrow(() -> new ProblemException(ProblemType.APPROVAL_NOT_FOUND));
        Instant now = clock.instant();
        requirePending(pending, now);
        if (!content.equals(pending.content())
                || !Signatures.of(message, Role.MAKER).equals(pending.maker().signature())) {
            throw new ProblemException(ProblemType.APPROVAL_CONTENT_CHANGED);
        }
        Approval.Signed checker = signatures.verified(handle, visit.clientId(), Role.CHECKER, message, body);
        checkers.require(handle, visit, pending, checker.staffNumber());
        if (!ApprovalStore.confirm(handle, pending.id(), checker, effectId, now)) {
            throw new IllegalStateException("An approval that is held was closed by another");
        }
        tell(
                handle,
                new Principal.Operator(visit.clientId(), checker.staffNumber()),
                "approval.confirmed",
                pending,
                Map.of("effect", effectId, "maker", pending.maker().staffNumber()));
        return checker;
    }

    /** @throws ProblemException approval-not-found, also for another bank's; approval-expired or approval-closed */
    Approval withdraw(Handle handle, Principal by, String id) {
        Approval pending = own(by.tenant(), ApprovalStore.hold(handle, id).orElse(null));
        Instant now = clock.instant();
        requirePending(pending, now);
        ApprovalStore.withdraw(handle, id, now);
        tell(handle, by, "approval.withdrawn", pending, Map.of());
        return read(handle, by.tenant(), id);
    }

    /** Closes what nobody signed in time; of each it is told once. */
    int expire(Handle handle, Instant now, int most) {
        List<Approval> expired = ApprovalStore.expire(handle, now, most);
        tellExpired(handle, expired);
        return expired.size();
    }

    private void tellExpired(Handle handle, List<Approval> expired) {
        expired.forEach(each -> tell(handle, Actor.gateway(), "approval.expired", each, Map.of()));
    }

    /** @throws ProblemException approval-not-found, also for another bank's */
    Approval read(Handle handle, String clientId, String id) {
        return own(clientId, ApprovalStore.find(handle, id).orElse(null));
    }

    /** The octets that were signed. */
    byte[] body(Handle handle, Approval approval) {
        return Base64.getDecoder().decode(pii.decrypt(PiiPurpose.APPROVAL, ApprovalStore.body(handle, approval.id())));
    }

    private byte[] sealed(byte[] body) {
        return pii.encrypt(PiiPurpose.APPROVAL, Base64.getEncoder().encodeToString(body));
    }

    private static Approval own(String clientId, @Nullable Approval approval) {
        if (approval == null || !approval.clientId().equals(clientId)) {
            throw new ProblemException(ProblemType.APPROVAL_NOT_FOUND);
        }
        return approval;
    }

    private static void requirePending(Approval approval, Instant now) {
        switch (approval.state(now)) {
            case PENDING -> {}
            case EXPIRED -> throw new ProblemException(ProblemType.APPROVAL_EXPIRED);
            case CONFIRMED, WITHDRAWN ->
                throw new ProblemException(ProblemType.APPROVAL_CLOSED, "It is " + approval.state());
        }
    }

    private void tell(Handle handle, Actor by, String action, Approval approval, Map<String, Object> facts) {
        audit.append(handle, new AuditEntry(by, approval.clientId(), action, approval.id(), facts));
    }
}
