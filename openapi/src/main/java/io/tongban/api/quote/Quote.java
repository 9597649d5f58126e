package io.tongban.api.quote;

import io.tongban.api.policy.PolicyRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What insurance would cost.
 *
 * @param province first two digits of the GB/T 2260 code of the place
 * @param division the place that the person would be insured at
 * @param asOf day whose rules count
 * @param knownAt day on which they were known; name both to have the same answer again
 * @param rulesDigest sHA-256 of the rules behind it, in hex
 * @param from first month paid for
 * @param through last month paid for
 * @param provisional whether one of the options is
 * @param options each grade, from the lowest sum; one where there is nothing to choose
 * @param retirement when the person may retire; absent where the rules do not say
 * @param rules the rules behind it, in full
 */
@Schema(description = "What insurance would cost.")
public record Quote(
        @Schema(required = true, description = "First two digits of the GB/T 2260 code of the place.", examples = "44")
        String province,

        @Schema(required = true, description = "The place that the person would be insured at.", examples = "440106")
        String division,

        @Schema(required = true, description = "Day whose rules count.", examples = "2026-11-28")
        LocalDate asOf,

        @Schema(
                required = true,
                description = "Day on which they were known; name both to have the same answer again.",
                examples = "2026-11-28")
        LocalDate knownAt,

        @Schema(
                required = true,
                description = "SHA-256 of the rules behind it, in hex.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String rulesDigest,

        @Schema(required = true, description = "First month paid for.", examples = "2026-11")
        YearMonth from,

        @Schema(required = true, description = "Last month paid for.", examples = "2026-11")
        YearMonth through,

        @Schema(required = true, description = "Whether one of the options is.")
        boolean provisional,

        @Schema(required = true, description = "Each grade, from the lowest sum; one where there is nothing to choose.")
        List<QuoteOption> options,

        @Schema(description = "When the person may retire; absent where the rules do not say.") @Nullable
        RetirementQuote retirement,

        @Schema(required = true, description = "The rules behind it, in full.")
        List<PolicyRule> rules) {}
