package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.contribution.mandate.Standing;
import io.tongban.gateway.contribution.policy.CutOff;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.province.InsuranceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A payout that may count: what it stands on, for which month it is, and what the month costs by its mandate.
 *
 * @param contributions by insurance, in the order in which a payout serves them
 * @param leftOut insurances of the mandate of which nothing can be taken, with why
 */
record Reported(
        PayoutRequest request,
        Standing standing,
        PayoutTerms terms,
        CutOff cutOff,
        Map<InsuranceKind, MonthlyContribution> contributions,
        Map<InsuranceKind, ProblemType> leftOut)
        implements Judged {
    /** The last days up to the cut-off, that day among them. */
    private static final int DAYS_OF_MAKING_UP = 3;

    Reported {
        Map<InsuranceKind, MonthlyContribution> ordered =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        ordered.putAll(contributions);
        contributions = ordered;
        leftOut = Map.copyOf(leftOut);
    }

    /**
     * Most that this platform carries of a month as of a day: its share, and near the cut-off all that is due where the
     * worker consented to that.
     *
     * @param dueFen of the month, or the worker's own limit of it
     */
    long carriedFen(long dueFen, LocalDate today) {
        boolean isNear = !today.isBefore(cutOff.lastDay().minusDays(DAYS_OF_MAKING_UP - 1));
        return terms.makesUp() && isNear ? dueFen : Allocation.shareFen(dueFen, terms.sharePercent());
    }

    /** Most that this platform may still hold of a month, by its share and its mandate, whatever a payout has. */
    long openFen(long dueFen, long heldFen, long ownFen, LocalDate today) {
        return Allocation.holdFen(
                dueFen,
                heldFen,
                ownFen,
                carriedFen(dueFen, today),
                standing.mandate().capFen(),
                Long.MAX_VALUE);
    }

    /** The worker's own limit of the month over all platforms; what is paid at a counter is held back from nothing. */
    OptionalLong limitFen() {
        return request.origin() == PayoutRequest.Origin.COUNTER
                ? OptionalLong.empty()
                : standing.limits().of(cutOff.month());
    }

    MonthKey month(InsuranceKind insurance) {
        return new MonthKey(standing.worker().personId(), insurance, cutOff.month());
    }

    List<MonthKey> months() {
        return contributions.keySet().stream().map(this::month).toList();
    }
}
