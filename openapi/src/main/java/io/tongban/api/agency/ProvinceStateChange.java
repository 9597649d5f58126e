package io.tongban.api.agency;

import io.tongban.api.Patterns;
import io.tongban.api.province.ProvinceState;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Pauses a province, drains it, or lets it run again.")
public record ProvinceStateChange(
        @NotNull ProvinceState state,

        @Schema(
                description = "Why; stands in the audit log. No personal data.",
                examples = "The province moves its system until Monday")
        @NotNull
        @Pattern(regexp = Patterns.NOTE)
        String reason) {}
