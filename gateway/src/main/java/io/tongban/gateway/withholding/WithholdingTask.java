package io.tongban.gateway.withholding;

import io.tongban.gateway.audit.Audit;
import io.tongban.gateway.audit.AuditEntry;
import io.tongban.gateway.dispatch.ProvinceTask;
import io.tongban.gateway.enrolment.EnrolmentService;
import io.tongban.gateway.enrolment.InsuredThere;
import io.tongban.gateway.enrolment.Refusals;
import io.tongban.gateway.webhook.Webhooks;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.Withheld;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sends accepted withholdings and books what came of them. */
@ApplicationScoped
public class WithholdingTask implements ProvinceTask {
    static final String KIND = "province.withhold";

    private final EnrolmentService enrolments;
    private final Webhooks webhooks;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public WithholdingTask(EnrolmentService enrolments, Webhooks webhooks, Audit audit, Clock clock) {
        this.enrolments = enrolments;
        this.webhooks = webhooks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<ProvinceCommand> command(Handle handle, String withholdingId) {
        return WithholdingStore.find(handle, withholdingId)
                .filter(withholding -> !withholding.state().isFinal())
                .map(withholding -> command(
                        withholding,
                        // Accepted only for enrolled workers, and an enrolment never ends being one.
                        enrolments.insured(handle, withholding.enrolmentId()).orElseThrow()));
    }

    private static ProvinceCommand command(BookedWithholding withholding, InsuredThere insured) {
        return new ProvinceCommand.Withhold(
                withholding.province(),
                withholding.serial(),
                insured.person(),
                insured.personNumber(),
                withholding.insurance(),
                withholding.period(),
                withholding.baseFen(),
                withholding.amountFen(),
                withholding.payer());
    }

    @Override
    public void sending(Handle handle, String withholdingId) {
        WithholdingStore.sending(handle, withholdingId);
    }

    @Override
    public void settle(Handle handle, String withholdingId, ProvinceReply reply) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        settled(handle, withholdingId, reply, now).ifPresent(withholding -> {
            note(handle, withholding);
            webhooks.append(
                    handle,
                    withholding.clientId(),
                    WithholdingMapper.eventOf(withholding.state()),
                    null,
                    WithholdingMapper.toWire(withholding));
        });
    }

    private static Optional<BookedWithholding> settled(Handle handle, String id, ProvinceReply reply, Instant now) {
        if (reply instanceof Accepted accepted && accepted.detail() instanceof Withheld withheld) {
            Optional<BookedWithholding> confirmed =
                    WithholdingStore.confirm(handle, id, withheld.receiptNumber(), withheld.bookedAt(), now);
            confirmed.ifPresent(withholding -> requireSameAmount(withholding, withheld));
            return confirmed;
        }
        if (reply instanceof Refused refused) {
            return WithholdingStore.refuse(handle, id, Refusals.problemOf(refused.reason()), now);
        }
        throw new IllegalStateException(
                "A withholding is not settled by " + reply.getClass().getSimpleName());
    }

    /** Another amount is neither a yes nor a no: it rolls back, stays in process, and someone has to look at it. */
    private static void requireSameAmount(BookedWithholding withholding, Withheld withheld) {
        if (withheld.amountFen() != withholding.amountFen()) {
            throw new IllegalStateException("The province booked another amount for " + withholding.id());
        }
    }

    private void note(Handle handle, BookedWithholding withholding) {
        Map<String, Object> facts = new HashMap<>();
        if (withholding.refusal() != null) {
            facts.put("refusal", withholding.refusal().code());
        }
        if (withholding.provinceReceipt() != null) {
            facts.put("provinceReceipt", withholding.provinceReceipt());
        }
        String action = withholding.refusal() == null ? "withholding.confirmed" : "withholding.refused";
        audit.append(handle, new AuditEntry("province:" + withholding.province(), action, withholding.id(), facts));
    }
}
