package io.tongban.api.cover;

import io.tongban.api.policy.PolicyMark;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Days on end of which the same holds for the same reason.
 *
 * @param from first day
 * @param through last day
 * @param state whether the worker is covered
 * @param reason why
 * @param rule the rule that says so above all; absent where none is needed or known
 * @param source who says so
 * @param mark the weakest of all rules behind it
 * @param provisional whether a rule behind it is past its review
 * @param ruleIds all rules behind it
 */
@Schema(description = "Days on end of which the same holds for the same reason.")
public record CoverPeriod(
        @Schema(required = true, description = "First day.", examples = "2026-01-01")
        LocalDate from,

        @Schema(required = true, description = "Last day.", examples = "2026-10-31")
        LocalDate through,

        @Schema(required = true) CoverageState state,
        @Schema(required = true) CoverageReason reason,

        @Schema(
                description = "The rule that says so above all; absent where none is needed or known.",
                examples = "00-pension-flexible-cover")
        @Nullable
        String rule,

        @Schema(description = "Who says so.") @Nullable String source,

        @Schema(description = "The weakest of all rules behind it.") @Nullable
        PolicyMark mark,

        @Schema(required = true, description = "Whether a rule behind it is past its review.")
        boolean provisional,

        @Schema(required = true, description = "All rules behind it.")
        List<String> ruleIds) {}
