package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is held back of payouts, one after the other: each takes the room that those before it left in its months and in
 * the worker's own limit. What was held back before it was asked for, and finds no room, goes back.
 */
final class Holding {
    private final String clientId;
    private final Map<MonthKey, Month> months;
    private final LimitLedger limits;
    private final Instant now;
    private final LocalDate today;

    /** @param months held by the transaction; they change as payouts are added */
    Holding(String clientId, Map<MonthKey, Month> months, LimitLedger limits, Instant now, LocalDate today) {
        this.clientId = clientId;
        this.months = months;
        this.limits = limits;
        this.now = now;
        this.today = today;
    }

    /** @throws ProblemException why nothing can be held for, if nothing was held back yet */
    PayoutRecord add(Judged judged) {
        if (judged instanceof Judged.InVain inVain) {
            PayoutRequest.Kept kept = Objects.requireNonNull(inVain.request().kept(), "else it is refused");
            return payout(inVain.request(), List.of(), returned(kept.heldFen(), inVain.why()), Map.of());
        }
        return add((Reported) judged);
    }

    private PayoutRecord add(Reported reported) {
        PayoutRequest request = reported.request();
        PayoutRequest.Kept kept = request.kept();
        long most = request.mostFen(reported.terms());
        long left = kept == null ? most : Math.min(most, kept.heldFen());
        Map<InsuranceKind, ProblemType> leftOut = new TreeMap<>(Comparator.comparing(InsuranceKind::value));
        leftOut.putAll(reported.leftOut());
        List<Part> parts = new ArrayList<>();
        LimitRoom room = limits.room(reported, today);
        for (Map.Entry<InsuranceKind, MonthlyContribution> each :
                reported.contributions().entrySet()) {
            Month month = months.get(reported.month(each.getKey()));
            Optional<ProblemType> objection = objection(reported, month);
            if (month == null || objection.isPresent()) {
                leftOut.put(each.getKey(), objection.orElseThrow());
                continue;
            }
            OptionalLong open =
                    room.take(month.dueFen(), reported.openFen(month.dueFen(), month.heldFen(), month.ownFen(), today));
            if (open.isEmpty()) {
                leftOut.put(each.getKey(), ProblemType.WORKER_LIMIT_REACHED);
                continue;
            }
            Part part = part(reported, each.getValue(), month, Math.min(left, open.getAsLong()));
            left -= part.amountFen();
            parts.add(part);
        }
        if (kept == null) {
            if (parts.isEmpty()) {
                throw refusal(reported, leftOut);
            }
            return payout(request, parts, List.of(), leftOut);
        }
        ProblemType why = parts.isEmpty() ? first(reported, leftOut) : ProblemType.CONTRIBUTION_SURPLUS;
        List<PayoutRecord.Returned> returns = new ArrayList<>(returned(left, why));
        returns.addAll(returned(kept.heldFen() - most, ProblemType.INSTRUCTION_EXCEEDED));
        return payout(request, parts, returns, leftOut);
    }

    /** @param month null if it is withheld directly */
    static Optional<ProblemType> objection(Reported reported, @Nullable Month month) {
        if (month == null
                || !month.province().equals(reported.standing().mandate().province())) {
            return Optional.of(ProblemType.PERIOD_ALREADY_WITHHELD);
        }
        return month.state() == Month.State.COLLECTING
                ? Optional.empty()
                : Optional.of(ProblemType.PAYOUT_MONTH_CLOSED);
    }

    private Part part(Reported reported, MonthlyContribution own, Month month, long hold) {
        YearMonth period = reported.cutOff().month();
        // Of the month's due, never of the own base: else what is told would depend on who opened the month.
        long share = Allocation.shareFen(month.dueFen(), reported.terms().sharePercent());
        Month after = month.with(hold);
        months.put(month.key(), after);
        limits.add(reported, hold);
        return new Part(
                after.key().insurance(),
                after.id(),
                period,
                reported.cutOff().lastDay(),
                hold,
                after.ownFen(),
                share,
                own.rule().id(),
                own.rule().source(),
                own.isProvisional(period) || reported.cutOff().entry().isProvisional(period.atDay(1)),
                Part.State.HELD,
                null,
                null);
    }

    private List<PayoutRecord.Returned> returned(long fen, ProblemType why) {
        return fen <= 0 ? List.of() : List.of(new PayoutRecord.Returned(null, fen, why, now));
    }

    static ProblemException refusal(Reported reported, Map<InsuranceKind, ProblemType> leftOut) {
        ProblemType refused = first(reported, leftOut);
        return new ProblemException(
                refused, null, refused == ProblemType.PAYOUT_MONTH_CLOSED ? "/paidOn" : "/mandateId");
    }

    private static ProblemType first(Reported reported, Map<InsuranceKind, ProblemType> leftOut) {
        return Objects.requireNonNull(
                leftOut.get(reported.contributions().keySet().iterator().next()), "left out, or it had a part");
    }

    private PayoutRecord payout(
            PayoutRequest request,
            List<Part> parts,
            List<PayoutRecord.Returned> returns,
            Map<InsuranceKind, ProblemType> leftOut) {
        return new PayoutRecord(
                Ids.next("pyo_"),
                clientId,
                request.reference(),
                request.workerId(),
                request.mandateId(),
                request.paidOn(),
                request.earnedFen(),
                request.origin(),
                now,
                request.kept(),
                parts,
                returns,
                leftOut.entrySet().stream()
                        .map(each -> new PayoutRecord.LeftOut(each.getKey(), each.getValue()))
                        .toList(),
                1);
    }
}
