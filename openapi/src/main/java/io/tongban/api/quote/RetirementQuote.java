package io.tongban.api.quote;

import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a person may retire, and what is missing until then.
 *
 * @param statutory month in which the statutory age is reached
 * @param earliest month from which it is possible, with the minimum of contributions
 * @param latest month until which it can be put off
 * @param delayMonths by how much the age has risen for this month of birth
 * @param minimumMonths months of contributions for a pension; absent where that is not known
 * @param missingMonths how many of them are missing; absent unless paidMonths was given
 * @param missingYears the same in years, rounded up to a tenth
 * @param provisional whether a rule behind it should have been looked at again by then
 * @param ruleIds the rules behind it, by id
 */
@Schema(description = "When a person may retire, and what is missing until then.")
public record RetirementQuote(
        @Schema(required = true, description = "Month in which the statutory age is reached.", examples = "2059-04")
        YearMonth statutory,

        @Schema(
                required = true,
                description = "Month from which it is possible, with the minimum of contributions.",
                examples = "2056-04")
        YearMonth earliest,

        @Schema(required = true, description = "Month until which it can be put off.", examples = "2062-04")
        YearMonth latest,

        @Schema(
                required = true,
                description = "By how much the age has risen for this month of birth.",
                examples = "36")
        int delayMonths,

        @Schema(
                description = "Months of contributions for a pension; absent where that is not known.",
                examples = "240")
        @Nullable
        Integer minimumMonths,

        @Schema(description = "How many of them are missing; absent unless `paidMonths` was given.", examples = "214")
        @Nullable
        Integer missingMonths,

        @Schema(description = "The same in years, rounded up to a tenth.", examples = "17.9") @Nullable
        String missingYears,

        @Schema(required = true, description = "Whether a rule behind it should have been looked at again by then.")
        boolean provisional,

        @Schema(required = true, description = "The rules behind it, by id.", examples = "[\"00-retirement-men-60\"]")
        List<String> ruleIds) {}
