package io.tongban.gateway.contribution.change;

import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partner wants changed of a worker's insurances.
 *
 * @param from absent for the earliest month
 * @param baseFen absent of a change that says none
 */
record ChangeRequest(
        String reference,
        ProvinceCode province,
        InsuranceChange change,
        List<InsuranceKind> insurances,
        @Nullable YearMonth from,
        @Nullable Long baseFen,
        String consentReference) {}
