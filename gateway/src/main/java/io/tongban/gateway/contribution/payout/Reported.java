package io.tongban.gateway.contribution.payout;

import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.contribution.mandate.Standing;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.province.InsuranceKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A payout that may count: what it stands on, for which month it is, and what the month costs by its mandate.
 *
 * @param contributions by insurance, in the order in which a payout serves them
 */
record Reported(
        PayoutRequest request,
        Standing standing,
        PayoutTerms terms,
        CutOff cutOff,
        Map<InsuranceKind, MonthlyContribution> contributions) {
    Reported {
        Map<InsuranceKind, MonthlyContribution> ordered =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        ordered.putAll(contributions);
        contributions = ordered;
    }

    MonthKey month(InsuranceKind insurance) {
        return new MonthKey(standing.worker().personId(), insurance, cutOff.period());
    }

    List<MonthKey> months() {
        return contributions.keySet().stream().map(this::month).toList();
    }
}
