package io.tongban.api.policy;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rules of a province on a day, as known on a day.
 *
 * @param province first two digits of its GB/T 2260 code
 * @param asOf the day on which they hold
 * @param knownAt the day on which that was known
 * @param rulesDigest of all these rules: the same for the same rules
 * @param items the country's rules, then the province's own
 */
@Schema(description = "The rules of a province on a day, as known on a day.")
public record PolicyList(
        @Schema(required = true, examples = "44") String province,

        @Schema(required = true, description = "The day on which they hold.", examples = "2026-11-28")
        LocalDate asOf,

        @Schema(required = true, description = "The day on which that was known.", examples = "2026-11-28")
        LocalDate knownAt,

        @Schema(
                required = true,
                description = "SHA-256 of all these rules, in hex: the same for the same rules.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String rulesDigest,

        @Schema(required = true, description = "The country's rules, then the province's own.")
        List<PolicyRule> items) {}
