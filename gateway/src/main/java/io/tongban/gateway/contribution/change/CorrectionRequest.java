package io.tongban.gateway.contribution.change;

import io.tongban.province.ProvinceCode;
import org.jspecify.annotations.Nullable;

/**
 * What a partner wants put right of a worker; silent in {@link #toString()}.
 *
 * @param name in the one form that it has in the books; this, {@code mobile} or both
 */
record CorrectionRequest(
        String reference,
        ProvinceCode province,
        @Nullable String name,
        @Nullable String mobile,
        String consentReference) {
    @Override
    public String toString() {
        return "CorrectionRequest[" + reference + "]";
    }
}
