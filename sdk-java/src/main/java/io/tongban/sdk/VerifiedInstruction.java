package io.tongban.sdk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.YearMonth;

/**
 * What the gateway allows a platform to hold back while it is offline: the claims of an instruction whose signature holds.
 *
 * @param issuer the gateway
 * @param issuedAt seconds since the epoch
 * @param validUntil the first second at which it is over, since the epoch
 * @param instructionId such as {@code pin_…}
 * @param partner client id
 * @param workerId whose payouts
 * @param mandateId that it comes from
 * @param period month that is held back for
 * @param ratePercent most of a payout, in whole percent
 * @param floorFen what stays with the worker of each payout, whole fen
 * @param capFen most under the instruction, whole fen
 */
public record VerifiedInstruction(
        @JsonProperty("iss") String issuer,
        @JsonProperty("iat") long issuedAt,
        @JsonProperty("exp") long validUntil,
        @JsonProperty("sub") String instructionId,
        String partner,
        @JsonProperty("worker") String workerId,
        @JsonProperty("mandate") String mandateId,
        YearMonth period,
        int ratePercent,
        long floorFen,
        long capFen) {}
