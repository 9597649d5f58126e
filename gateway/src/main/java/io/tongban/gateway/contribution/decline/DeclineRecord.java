package io.tongban.gateway.contribution.decline;

import io.tongban.province.ProvinceCode;
import java.time.Instant;

/**
 * Of somebody who does not want to be insured; there is no word of who it is.
 *
 * @param sector word of the contract
 * @param reason word of the contract
 */
record DeclineRecord(
        String id,
        String clientId,
        String reference,
        ProvinceCode province,
        String sector,
        String reason,
        Instant recordedAt) {}
