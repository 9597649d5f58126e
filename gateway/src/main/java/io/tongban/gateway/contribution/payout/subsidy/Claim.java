package io.tongban.gateway.contribution.payout.subsidy;

import io.tongban.province.InsuranceKind;
import java.time.YearMonth;
import java.util.Map;

/**
 * What a platform claims for a worker.
 *
 * @param workPlace six digits of GB/T 2260
 * @param incomesFen by month, whole fen
 */
record Claim(
        String reference,
        InsuranceKind insurance,
        YearMonth period,
        String workPlace,
        Map<YearMonth, Long> incomesFen,
        String consentReference) {
    Claim {
        incomesFen = Map.copyOf(incomesFen);
    }
}
