package io.tongban.api.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a platform may hold back from one worker's payouts while it cannot ask. Of a payout it holds back the least of:
 * {@code ratePercent} of it, what is above {@code floorFen}, and what {@code capFen} leaves after all that was held back
 * under the instruction before; nothing of a payout after {@code validUntil}.
 *
 * @param id the gateway's name of it, such as {@code pin_01kandb7vq5zrp5nh3qj8m2c55}
 * @param workerId the worker
 * @param mandateId the mandate that it comes from
 * @param period month that is held back for
 * @param cutOff last day of payouts for the month
 * @param ratePercent most of a payout, in whole percent
 * @param floorFen what stays with the worker of each payout, whole fen
 * @param capFen most under this instruction, whole fen
 * @param validFrom when it was asked for
 * @param validUntil the first moment at which it is over
 * @param jws the same, signed, to be kept and applied: compact JWS (RFC 7515), {@code typ} {@code
 *     tongban-instruction+jwt}, verifiable against the gateway's JWKS
 */
@Schema(
        description =
                "What a platform may hold back from one worker's payouts while it cannot ask. Of a payout hold back the least of: `ratePercent` of it rounded down, what is above `floorFen`, and what `capFen` leaves after all that you held back under the instruction before; nothing of a payout after `validUntil`. Report each payout afterwards with `heldUnder`.")
public record WithholdingInstruction(
        @Schema(required = true, examples = "pin_01kandb7vq5zrp5nh3qj8m2c55")
        String id,

        @Schema(required = true, examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, examples = "mdt_01kandb7vq5zrp5nh3qj8m2c4z")
        String mandateId,

        @Schema(required = true, description = "Month that is held back for.", examples = "2026-11")
        YearMonth period,

        @Schema(required = true, description = "Last day of payouts for the month.", examples = "2026-12-15")
        LocalDate cutOff,

        @Schema(required = true, minimum = "1", maximum = "100", description = "Most of a payout, in whole percent.")
        int ratePercent,

        @Schema(
                required = true,
                minimum = "0",
                description = "What stays with the worker of each payout, whole fen.",
                examples = "20000")
        long floorFen,

        @Schema(
                required = true,
                minimum = "0",
                description = "Most under this instruction, whole fen.",
                examples = "55100")
        long capFen,

        @Schema(required = true) Instant validFrom,

        @Schema(required = true, description = "The first moment at which it is over.")
        Instant validUntil,

        @Schema(
                required = true,
                description =
                        "The same, signed, to be kept and applied: compact JWS (RFC 7515), `typ` `tongban-instruction+jwt`; claims: iss, iat, exp (validUntil), sub (id), partner, worker, mandate, period, ratePercent, floorFen, capFen.",
                examples = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJwaW5fMDEifQ.c2ln")
        String jws) {}
