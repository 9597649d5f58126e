package io.tongban.gateway.contribution.mandate;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a worker allows.
 *
 * @param capFen most that may be withheld for one insurance and month, whole fen
 * @param validTo last month covered; open when absent
 * @param agreementReference of the signed agreement, which the partner keeps
 * @param payouts absent where only direct withholdings are allowed
 */
record Grant(
        String reference,
        String workerId,
        ProvinceCode province,
        Set<InsuranceKind> insurances,
        long capFen,
        YearMonth validFrom,
        @Nullable YearMonth validTo,
        Instant signedAt,
        String agreementReference,
        @Nullable PayoutTerms payouts) {}
