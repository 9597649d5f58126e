package io.tongban.gateway.contribution.payout.subsidy;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.YearMonth;

/**
 * That a month is paid; not by whom.
 *
 * @param byProvince whether the province said it of itself
 */
record Proof(
        String workerId,
        InsuranceKind insurance,
        YearMonth period,
        ProvinceCode province,
        boolean byProvince,
        Instant confirmedAt) {}
