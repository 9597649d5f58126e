package io.tongban.gateway.contribution.withholding;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.YearMonth;

/**
 * A month of a person that is paid, or on its way.
 *
 * @param knownAt when the gateway learned of it
 * @param baseFen that it was withheld on; 0 where the gateway did not withhold it
 */
public record PaidMonth(
        String personId,
        ProvinceCode province,
        InsuranceKind insurance,
        YearMonth period,
        Instant knownAt,
        long baseFen,
        Source source) {
    /** How it is known. */
    public enum Source {
        CONFIRMED,
        /** Accepted, and neither confirmed nor refused yet. */
        UNDER_WAY,
        /** The province refused it because it is paid. */
        REFUSED_AS_PAID,
        /** The province named it, or one after it, as the last that is paid. */
        PAID_THROUGH
    }

    public boolean isPaid() {
        return source != Source.UNDER_WAY;
    }

    public boolean is(ProvinceCode there, InsuranceKind kind) {
        return province.equals(there) && insurance.equals(kind);
    }
}
