package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.mandate.MandateListener;
import io.tongban.gateway.contribution.mandate.RecordedMandate;
import io.tongban.gateway.contribution.withholding.CollectedWithholdings;
import io.tongban.gateway.contribution.withholding.WithholdingChange;
import io.tongban.gateway.contribution.withholding.WithholdingListener;
import io.tongban.gateway.contribution.withholding.WithholdingRecord;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What becomes of parts, in the transaction of what becomes of their month or mandate. */
@ApplicationScoped
public class PartOutcomes implements WithholdingListener, MandateListener {
    private final Audit audit;
    private final Webhooks webhooks;
    private final Clock clock;

    @Inject
    public PartOutcomes(Audit audit, Webhooks webhooks, Clock clock) {
        this.audit = audit;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Override
    public void changed(Handle handle, List<WithholdingChange> changes) {
        Map<String, WithholdingChange> collected = new HashMap<>();
        for (WithholdingChange change : changes) {
            if (change.withholding().clientId().equals(CollectedWithholdings.CLIENT)) {
                collected.put(change.withholding().id(), change);
            }
        }
        if (!collected.isEmpty()) {
            Map<String, String> held = MonthStore.holdOfWithholdings(handle, List.copyOf(collected.keySet()));
            holdPayouts(handle, List.copyOf(held.keySet()));
            held.forEach((month, withholding) -> {
                WithholdingChange change = Objects.requireNonNull(collected.get(withholding), "asked for by it");
                settle(handle, change.actor(), month, change.withholding());
            });
        }
    }

    /** One month's are held by the statement that changes them. */
    private static void holdPayouts(Handle handle, List<String> months) {
        if (months.size() > 1) {
            PartStates.holdPayouts(handle, months);
        }
    }

    private void settle(Handle handle, Actor actor, String monthId, WithholdingRecord withholding) {
        Instant now = clock.instant();
        switch (withholding.state()) {
            case CONFIRMED -> {
                MonthStore.move(handle, monthId, Month.State.PAID, now);
                tell(handle, actor, Part.State.PAID, monthId, PartStates.paid(handle, monthId, now));
            }
            case REFUSED -> {
                MonthStore.move(handle, monthId, Month.State.RETURNED, now);
                ProblemType refusal = withholding.refusal();
                returned(handle, actor, monthId, refusal == null ? ProblemType.PROVINCE_REFUSED : refusal, now);
            }
            case REVERSED -> {
                MonthStore.move(handle, monthId, Month.State.RETURNED, now);
                returned(handle, actor, monthId, ProblemType.PROVINCE_REVERSED, now);
            }
            case COLLECTING, ACCEPTED, IN_PROCESS, AWAITING_REVIEW -> {
                // Nothing is decided yet.
            }
        }
    }

    /** Everything of the month goes back. */
    void returned(Handle handle, Actor actor, String monthId, ProblemType reason, Instant now) {
        tell(handle, actor, Part.State.TO_RETURN, monthId, PartStates.returned(handle, monthId, reason, now));
    }

    /** Holds for every month that is not closed: what is held under it goes back at once, and the month has room again. */
    @Override
    public void revoked(Handle handle, Principal by, RecordedMandate mandate) {
        Instant now = clock.instant();
        List<String> months = MonthStore.holdOfMandate(handle, mandate.id());
        holdPayouts(handle, months);
        for (String month : months) {
            MonthStore.release(
                    handle, month, mandate.clientId(), PartStates.heldUnder(handle, month, mandate.id()), now);
            tell(handle, by, Part.State.TO_RETURN, month, PartStates.revoked(handle, month, mandate.id(), now));
        }
    }

    private void tell(Handle handle, Actor actor, Part.State what, String monthId, List<String> payouts) {
        if (payouts.isEmpty()) {
            return;
        }
        String action = what == Part.State.PAID ? "contribution.paid" : "contribution.returned";
        List<PayoutRecord> changed = PayoutQueries.find(handle, payouts);
        List<Part> parts = changed.stream()
                .flatMap(payout -> payout.parts().stream())
                .filter(part -> part.monthId().equals(monthId))
                .toList();
        audit.append(
                handle,
                new AuditEntry(
                        actor,
                        AuditEntry.NOBODYS,
                        action,
                        monthId,
                        Map.of(
                                "payouts", payouts,
                                "fen", parts.stream().mapToLong(Part::amountFen).sum(),
                                "reasons",
                                        parts.stream()
                                                .flatMap(part -> Stream.ofNullable(part.reason()))
                                                .map(ProblemType::code)
                                                .distinct()
                                                .toList())));
        webhooks.appendAll(
                handle,
                changed.stream()
                        .map(payout -> new Webhooks.NewEvent(
                                payout.clientId(),
                                PayoutMapper.eventOf(what),
                                null,
                                null,
                                PayoutMapper.toWire(payout),
                                null))
                        .toList());
    }
}
