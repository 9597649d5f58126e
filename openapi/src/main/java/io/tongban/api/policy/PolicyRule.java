package io.tongban.api.policy;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One rule, with who says so.
 *
 * @param id of the entry, which never changes
 * @param scope first two digits of the province's GB/T 2260 code; {@code 00} for the whole country
 * @param rule what it rules, such as {@code base-floor}. More words may come
 * @param insurance insurance kind with its code system; absent where it holds for all
 * @param relation as what one has to be insured; absent where it holds for all
 * @param region beginning of the divisions that it holds for; absent where it holds for all
 * @param variant one of several side by side, such as a grade; absent where there is one
 * @param state whether there is a value
 * @param value the value in words, of state VALUE
 * @param validFrom first day
 * @param validTo last day, where one is set; else it holds until another begins
 * @param knownFrom since when the gateway knows of it
 * @param reviewBy until when it may be used without being looked at again
 * @param mark how far it may be trusted; absent where nothing is known
 * @param source who says so
 * @param provisional whether the day that it is used for lies after {@code reviewBy}
 */
@Schema(description = "One rule, with who says so.")
public record PolicyRule(
        @Schema(required = true, description = "Of the entry, which never changes.", examples = "44-ceiling-2025")
        String id,

        @Schema(
                required = true,
                description = "First two digits of the province's GB/T 2260 code; `00` for the whole country.",
                examples = "44")
        String scope,

        @Schema(required = true, description = "What it rules. More words may come.", examples = "base-ceiling")
        String rule,

        @Schema(
                description = "Insurance kind with its code system; absent where it holds for all.",
                examples = "AAE140:110")
        @Nullable
        String insurance,

        @Schema(description = "As what one has to be insured; absent where it holds for all.") @Nullable
        InsuranceRelation relation,

        @Schema(
                description = "Beginning of the divisions that it holds for; absent where it holds for all.",
                examples = "4401")
        @Nullable
        String region,

        @Schema(
                description = "One of several side by side, such as a grade; absent where there is one.",
                examples = "100")
        @Nullable
        String variant,

        @Schema(required = true) PolicyState state,

        @Schema(description = "The value in words, of state VALUE.", examples = "27549.00 yuan") @Nullable
        String value,

        @Schema(required = true, description = "First day.", examples = "2025-07-01")
        LocalDate validFrom,

        @Schema(
                description = "Last day, where one is set; else it holds until another begins.",
                examples = "2026-06-30")
        @Nullable
        LocalDate validTo,

        @Schema(required = true, description = "Since when the gateway knows of it.", examples = "2026-11-23")
        LocalDate knownFrom,

        @Schema(
                required = true,
                description = "Until when it may be used without being looked at again.",
                examples = "2026-06-30")
        LocalDate reviewBy,

        @Schema(description = "How far it may be trusted; absent where nothing is known.") @Nullable
        PolicyMark mark,

        @Schema(required = true, description = "Who says so.", examples = "Guangdong, limits from 2025-07: 27549 yuan")
        String source,

        @Schema(
                required = true,
                description =
                        "Whether the day that it is used for lies after `reviewBy`: the one that was asked for, or in a quote one of those of the amounts that it is behind.")
        boolean provisional) {}
