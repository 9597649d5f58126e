package io.tongban.gateway.certification;

import io.tongban.province.ProvinceCode;
import java.time.Instant;

/**
 * An agency's word on a run, for a province.
 *
 * @param clientId of the run's partner
 * @param contract major version that it was given for
 * @param by client id of the agency
 * @param expiresAt from then on it counts no more
 */
record Approved(
        String certificationId,
        String clientId,
        ProvinceCode province,
        String contract,
        String by,
        Instant at,
        Instant expiresAt) {
    /** Whether it still counts: what was shown of one major version says nothing of the next. */
    boolean stands(Instant now) {
        return contract.equals(Report.CONTRACT) && now.isBefore(expiresAt);
    }
}
