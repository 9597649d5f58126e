package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.gateway.contribution.withholding.CollectedWithholdings;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells platforms ahead what they may hold back while they are offline: what the mandate leaves to this one, and nothing
 * of what others hold. What turns out to be too much goes back when it is reported.
 */
@ApplicationScoped
public class Instructions {
    private final PayoutChecks checks;
    private final MonthStore months;
    private final CollectedWithholdings withholdings;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public Instructions(
            PayoutChecks checks, MonthStore months, CollectedWithholdings withholdings, Audit audit, Clock clock) {
        this.checks = checks;
        this.months = months;
        this.withholdings = withholdings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException as for a payout of today of which nothing can be held back */
    Instruction ask(Handle handle, Principal by, String workerId, String mandateId) {
        String clientId = by.tenant();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Reported asked = checks.stand(handle, clientId, new PayoutRequest("-", workerId, mandateId, today, 1));
        LimitLedger limits = LimitLedger.hold(handle, clientId, List.of(asked));
        Map<MonthKey, Month> known = months.hold(handle, clientId, Set.copyOf(asked.months()));
        long cap = capFen(handle, asked, known, limits.room(asked, today), today);
        Instruction instruction = new Instruction(
                Ids.next("pin_"),
                clientId,
                workerId,
                mandateId,
                asked.cutOff().month(),
                asked.cutOff().lastDay(),
                asked.terms().payoutPercent(),
                asked.terms().floorFen(),
                cap,
                now,
                asked.cutOff().passed());
        InstructionStore.insert(handle, instruction);
        audit.append(
                handle,
                AuditEntry.of(
                        by,
                        "payout.instructed",
                        instruction.id(),
                        Map.of(
                                "worker",
                                workerId,
                                "mandate",
                                mandateId,
                                "period",
                                instruction.period().toString(),
                                "capFen",
                                cap)));
        return instruction;
    }

    /** What is left of this platform's own part of the months, as if nobody else held anything. */
    private long capFen(Handle handle, Reported asked, Map<MonthKey, Month> known, LimitRoom room, LocalDate today) {
        Map<InsuranceKind, ProblemType> leftOut = new HashMap<>();
        long ownLeft = room.ownFen();
        long cap = 0;
        for (Map.Entry<InsuranceKind, MonthlyContribution> each :
                asked.contributions().entrySet()) {
            Month month = known.get(asked.month(each.getKey()));
            long due = month == null || month.isEmpty() ? each.getValue().fen() : month.dueFen();
            long held = month == null ? 0 : month.heldFen();
            long own = month == null ? 0 : month.ownFen();
            Optional<ProblemType> objection = objection(handle, asked, each.getKey(), month);
            if (objection.isEmpty()
                    && room.take(due, asked.openFen(due, held, own, today)).isEmpty()) {
                objection = Optional.of(ProblemType.WORKER_LIMIT_REACHED);
            }
            if (objection.isPresent()) {
                leftOut.put(each.getKey(), objection.get());
                continue;
            }
            cap += asked.openFen(due, own, own, today);
        }
        if (leftOut.size() == asked.contributions().size()) {
            throw Holding.refusal(asked, leftOut);
        }
        return Math.min(cap, ownLeft);
    }

    private Optional<ProblemType> objection(
            Handle handle, Reported asked, InsuranceKind insurance, @Nullable Month month) {
        if (month != null && !month.isEmpty()) {
            return Holding.objection(asked, month);
        }
        // It would be opened, or founded anew, by the first payout.
        boolean isTaken = month == null
                && withholdings.stands(
                        handle,
                        asked.standing().worker().personId(),
                        insurance,
                        asked.cutOff().month());
        return isTaken ? Optional.of(ProblemType.PERIOD_ALREADY_WITHHELD) : Optional.empty();
    }

    /** Those that the payouts were held back by; what is not the partner's own is missing. */
    Map<String, Instruction> of(Handle handle, String clientId, List<PayoutRequest> requests) {
        Set<String> ids = requests.stream()
                .flatMap(request -> Stream.ofNullable(request.kept()))
                .map(PayoutRequest.Kept::instructionId)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : InstructionStore.find(handle, clientId, ids);
    }

    /** @throws ProblemException instruction-not-found, instruction-not-covering or income-implausible */
    static void check(@Nullable Instruction instruction, PayoutRequest request, PayoutRequest.Kept kept) {
        if (instruction == null) {
            throw new ProblemException(ProblemType.INSTRUCTION_NOT_FOUND, null, "/heldUnder/instructionId");
        }
        if (!instruction.covers(request)) {
            throw new ProblemException(ProblemType.INSTRUCTION_NOT_COVERING, null, "/heldUnder");
        }
        if (kept.heldFen() > request.earnedFen()) {
            throw new ProblemException(
                    ProblemType.INCOME_IMPLAUSIBLE, "More was held back than was earned", "/heldUnder/heldFen");
        }
    }
}
