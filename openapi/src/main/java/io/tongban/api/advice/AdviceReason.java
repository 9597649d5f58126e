package io.tongban.api.advice;

import io.tongban.api.cover.CoverText;
import io.tongban.api.policy.PolicyMark;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why an insurance fits or not.
 *
 * @param code for programs
 * @param text for the worker
 * @param rule the rule that it follows from; absent where it follows from what was said
 * @param source who says so
 * @param mark how sure that is
 * @param provisional whether the rule is past its review
 */
@Schema(description = "Why an insurance fits or not.")
public record AdviceReason(
        @Schema(required = true) AdviceCode code,
        @Schema(required = true) CoverText text,

        @Schema(
                description = "The rule that it follows from; absent where it follows from what was said.",
                examples = "00-advice-income-from")
        @Nullable
        String rule,

        @Schema(description = "Who says so.") @Nullable String source,

        @Schema(description = "How sure that is.") @Nullable PolicyMark mark,

        @Schema(required = true, description = "Whether the rule is past its review.")
        boolean provisional) {}
