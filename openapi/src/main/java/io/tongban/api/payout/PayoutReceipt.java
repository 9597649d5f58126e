package io.tongban.api.payout;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A payout with all that was held back and given back of it, as a compact JWS (RFC 7515), verifiable offline against the
 * gateway's JWKS. Header {@code typ} is {@code tongban-payout-receipt+jwt}.
 *
 * @param payoutId the payout, such as {@code pyo_01kandb7vq5zrp5nh3qj8m2c53}
 * @param jws compact JWS
 */
@Schema(
        description =
                "A payout with all that was held back and given back of it, as it stands, as a compact JWS (RFC 7515), verifiable"
                        + " offline against the gateway's JWKS. Header `typ` is `tongban-payout-receipt+jwt`; claims: iss, iat"
                        + " (the last change), sub (payout id), partner, reference, paidOn, earnedFen, holdFen, returnFen, parts"
                        + " (insurance, period, amountFen, state, reason), returns (insurance, amountFen, reason, returnedAt).")
public record PayoutReceipt(
        @Schema(required = true, examples = "pyo_01kandb7vq5zrp5nh3qj8m2c53")
        String payoutId,

        @Schema(
                required = true,
                description = "Compact JWS.",
                examples = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJweW9fMDEifQ.c2ln")
        String jws) {}
