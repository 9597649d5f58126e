package io.tongban.api.withholding;

import io.tongban.api.Patterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One month's contribution to one insurance, withheld from a worker's earnings under a mandate.")
public record WithholdingOrder(
        @Schema(
                description = "The partner's own name for the withholding, unique at the partner.",
                examples = "wh-2026-10-000017")
        @NotNull
        @Pattern(regexp = Patterns.REFERENCE)
        String partnerReference,

        @Schema(examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x") @NotNull @Size(min = 1, max = 40)
        String workerId,

        @Schema(examples = "mdt_01kandb7vq5zrp5nh3qj8m2c4z") @NotNull @Size(min = 1, max = 40)
        String mandateId,

        @Schema(description = "Insurance kind with its code system.", examples = "AAE140:110")
        @NotNull
        @Pattern(regexp = Patterns.INSURANCE)
        String insurance,

        @Schema(description = "Month that is paid for.", examples = "2026-10") @NotNull
        YearMonth period,

        @Schema(description = "Contribution base, whole fen a month.", examples = "551000") @NotNull
        Long baseFen,

        @Schema(
                description = "Amount withheld, whole fen; more than 0, at most the mandate's cap.",
                examples = "110200")
        @NotNull
        Long amountFen) {}
