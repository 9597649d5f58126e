package io.tongban.api.subsidy;

import java.time.Instant;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a month of an insurance is paid. The answer that bears it is signed, as all are.
 *
 * @param workerId the worker, such as {@code wkr_01kandb7vq5zrp5nh3qj8m2c4x}
 * @param insurance insurance kind with its code system, such as {@code AAE140:110}
 * @param period the month
 * @param province where it is paid: first two digits of the GB/T 2260 code
 * @param source GATEWAY where the province confirmed it to the gateway, PROVINCE where it said so when it was asked
 * @param confirmedAt when the gateway learned of it
 */
@Schema(
        description =
                "That a month of an insurance is paid, through whomever. Who paid it and how much is not said. The answer that bears it is signed, as all are.")
public record ContributionProof(
        @Schema(required = true, examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, examples = "AAE140:110") String insurance,
        @Schema(required = true, examples = "2026-10") YearMonth period,

        @Schema(required = true, description = "Where it is paid.", examples = "41")
        String province,

        @Schema(
                required = true,
                description =
                        "GATEWAY where the province confirmed the payment to the gateway, PROVINCE where it said of itself that it is paid.")
        ProofSource source,

        @Schema(required = true, description = "When the gateway learned of it.")
        Instant confirmedAt) {}
