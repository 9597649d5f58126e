package io.tongban.api.withholding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A withholding's final outcome as a compact JWS (RFC 7515), verifiable offline against the gateway's JWKS. Header
 * {@code typ} is {@code tongban-receipt+jwt}; claims: iss, iat, sub (withholding id), partner, reference, province,
 * insurance, period, baseFen, amountFen, state, settledAt, provinceReceipt or refusal.
 *
 * @param withholdingId the withholding, such as {@code wh_01kandb7vq5zrp5nh3qj8m2c50}
 * @param jws compact JWS
 */
@Schema(
        description =
                "A withholding's final outcome as a compact JWS (RFC 7515), verifiable offline against the gateway's JWKS. Header"
                        + " `typ` is `tongban-receipt+jwt`; claims: iss, iat, sub (withholding id), partner, reference, province,"
                        + " insurance, period, baseFen, amountFen, state, settledAt, provinceReceipt or refusal.")
public record Receipt(
        @Schema(required = true, examples = "wh_01kandb7vq5zrp5nh3qj8m2c50")
        String withholdingId,

        @Schema(
                required = true,
                description = "Compact JWS.",
                examples = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ3aF8wMSJ9.c2ln")
        String jws) {}
