package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.CutOff;
import io.tongban.gateway.contribution.policy.Mark;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.gateway.contribution.withholding.CollectedWithholdings;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * A month that costs less by the rules of its closing than by those that it was opened by: what is held beyond it goes
 * back, what was held last first. A month that costs more is not raised: its due was told to the platforms.
 */
@ApplicationScoped
public class Surplus {
    /** What no rule says by now; anything else says that something is not owed. */
    private static final Set<ProblemType> UNKNOWN =
            Set.of(ProblemType.RULE_UNKNOWN, ProblemType.DATE_BEFORE_RULES, ProblemType.BASE_OUTSIDE_LIMITS);

    private final Policies policies;
    private final CollectedWithholdings withholdings;
    private final Audit audit;
    private final Webhooks webhooks;
    private final Clock clock;

    @Inject
    public Surplus(Policies policies, CollectedWithholdings withholdings, Audit audit, Webhooks webhooks, Clock clock) {
        this.policies = policies;
        this.withholdings = withholdings;
        this.audit = audit;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * The month as it is after that; it collects, and is held by the transaction.
     *
     * @throws ProblemException before anything is written, if the rules of today know the month and nothing is owed of it
     */
    Month lowered(Handle handle, Month month, String withholdingId) {
        Optional<MonthlyContribution> today = byToday(month);
        long due = today.map(MonthlyContribution::fen).orElse(month.dueFen());
        if (today.isEmpty() || due >= month.dueFen()) {
            return month;
        }
        long surplus = Math.max(0, month.heldFen() - due);
        List<SurplusStore.HeldPart> last = SurplusStore.lastFirst(handle, month.id());
        if (last.stream().mapToLong(SurplusStore.HeldPart::amountFen).sum() < surplus) {
            // The rest was paid at counters, which took exactly what was due: the month stays as it was told there.
            return month;
        }
        Instant now = clock.instant();
        List<String> payouts = SurplusStore.giveBack(handle, month.id(), last, surplus, now);
        MonthStore.lower(handle, month.id(), today.get(), mark(month, today.get()), policies.today(), now);
        withholdings.lower(handle, withholdingId, due);
        audit.append(
                handle,
                new AuditEntry(
                        Actor.gateway(),
                        AuditEntry.NOBODYS,
                        "contribution.lowered",
                        month.id(),
                        Map.of(
                                "dueFen",
                                due,
                                "rule",
                                today.get().rule().id(),
                                "returnedFen",
                                surplus,
                                "payouts",
                                payouts)));
        webhooks.appendAll(
                handle,
                PayoutQueries.find(handle, payouts).stream()
                        .map(PayoutMapper::toReturn)
                        .toList());
        return month.lowered(due, surplus);
    }

    /** Empty where nobody knows it by now: then it stays what it was. */
    private Optional<MonthlyContribution> byToday(Month month) {
        try {
            return Optional.of(MonthlyContribution.of(
                    policies.book(),
                    month.province().value(),
                    month.key().insurance().value(),
                    month.baseFen(),
                    month.key().period(),
                    policies.today()));
        } catch (ProblemException refused) {
            if (UNKNOWN.contains(refused.type())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** The weakest of all that is behind it, the cut-off among them. */
    private Mark mark(Month month, MonthlyContribution today) {
        return Mark.weakest(Stream.concat(
                        today.behind().stream(),
                        CutOff.of(
                                policies.book(),
                                month.province().value(),
                                month.key().period(),
                                policies.today())
                                .map(CutOff::entry)
                                .stream())
                .toList());
    }
}
