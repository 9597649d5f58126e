package io.tongban.api.mandate;

import io.tongban.api.Patterns;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "The worker's mandate: this platform may withhold contributions from earnings, up to a cap, until revoked.")
public record MandateGrant(
        @Schema(
                description = "The partner's own name for the mandate, unique at the partner.",
                examples = "mandate-000017")
        @NotNull
        @Pattern(regexp = Patterns.REFERENCE)
        String partnerReference,

        @Schema(examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x") @NotNull @Size(min = 1, max = 40)
        String workerId,

        @Schema(
                description = "Province that the contributions go to; the worker must be registered there.",
                examples = "44")
        @NotNull
        @Pattern(regexp = Patterns.PROVINCE)
        String province,

        @Schema(description = "Insurance kinds covered, each with its code system.", examples = "[\"AAE140:110\"]")
        @NotEmpty
        @Size(max = 10)
        List<@NotNull @Pattern(regexp = Patterns.INSURANCE) String> insurances,

        @Schema(description = "Most that may be withheld for one insurance and month, whole fen.", examples = "200000")
        @NotNull
        @Positive
        Long capFen,

        @Schema(description = "First month covered.", examples = "2026-10") @NotNull
        YearMonth validFrom,

        @Schema(description = "Last month covered; open when absent.", examples = "2027-09") @Nullable
        YearMonth validTo,

        @Schema(description = "When the worker signed it.") @NotNull
        Instant signedAt,

        @Schema(description = "Reference of the signed agreement, kept by the partner.", examples = "agreement-000017")
        @NotNull
        @Pattern(regexp = Patterns.REFERENCE)
        String agreementReference) {
    public MandateGrant {
        insurances = insurances == null ? List.of() : List.copyOf(insurances);
    }
}
