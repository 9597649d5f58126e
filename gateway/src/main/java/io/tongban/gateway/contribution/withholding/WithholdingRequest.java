package io.tongban.gateway.contribution.withholding;

import io.tongban.province.InsuranceKind;
import java.time.YearMonth;

/**
 * What a partner wants withheld, unchecked.
 *
 * @param period month that is paid for
 * @param baseFen contribution base, whole fen a month
 * @param amountFen amount withheld, whole fen
 */
record WithholdingRequest(
        String reference,
        String workerId,
        String mandateId,
        InsuranceKind insurance,
        YearMonth period,
        long baseFen,
        long amountFen) {}
