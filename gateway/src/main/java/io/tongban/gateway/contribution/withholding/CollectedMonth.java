package io.tongban.gateway.contribution.withholding;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.YearMonth;

/**
 * A month that platforms collect.
 *
 * @param id of the month
 * @param withholdingId that it is to be withheld under
 * @param payer unified social credit code of the platform by whose mandate it is collected
 * @param enrolmentId under which the person is known at the province
 */
public record CollectedMonth(
        String id,
        String withholdingId,
        String payer,
        String personId,
        String workerId,
        String mandateId,
        String enrolmentId,
        ProvinceCode province,
        InsuranceKind insurance,
        YearMonth period,
        long baseFen,
        long dueFen) {}
