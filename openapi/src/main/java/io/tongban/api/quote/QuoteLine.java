package io.tongban.api.quote;

import io.tongban.api.policy.PolicyMark;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One amount of a quote, and the rules that it comes from.
 *
 * @param insurance insurance kind with its code system
 * @param payer who pays it
 * @param part which part it is, such as person-account, into the personal account. More words may come
 * @param from first month that it is for
 * @param through last month that it is for
 * @param baseFen contribution base, whole fen a month; absent where there is none
 * @param rate share of the base in percent; absent where there is no base
 * @param amountFen for all these months, whole fen
 * @param rule id of the rule that says so
 * @param source who says so
 * @param mark the weakest mark of the rules behind it
 * @param provisional whether a rule behind it should have been looked at again by then
 * @param ruleIds all rules behind it, by id
 */
@Schema(description = "One amount of a quote, and the rules that it comes from.")
public record QuoteLine(
        @Schema(required = true, description = "Insurance kind with its code system.", examples = "AAE140:110")
        String insurance,

        @Schema(required = true, description = "Who pays it.")
        Payer payer,

        @Schema(
                required = true,
                description =
                        "Which part it is, such as `person-account`, into the personal account. More words may come.",
                examples = "person-account")
        String part,

        @Schema(required = true, description = "First month that it is for.", examples = "2026-11")
        YearMonth from,

        @Schema(required = true, description = "Last month that it is for.", examples = "2026-11")
        YearMonth through,

        @Schema(description = "Contribution base, whole fen a month; absent where there is none.", examples = "551000")
        @Nullable
        Long baseFen,

        @Schema(description = "Share of the base in percent; absent where there is no base.", examples = "8") @Nullable
        String rate,

        @Schema(required = true, description = "For all these months, whole fen.", examples = "44080")
        long amountFen,

        @Schema(required = true, description = "Id of the rule that says so.", examples = "00-pension-flexible-rate")
        String rule,

        @Schema(required = true, description = "Who says so.", examples = "20 percent of the base; national rule")
        String source,

        @Schema(required = true, description = "The weakest mark of the rules behind it.")
        PolicyMark mark,

        @Schema(required = true, description = "Whether a rule behind it should have been looked at again by then.")
        boolean provisional,

        @Schema(
                required = true,
                description = "All rules behind it, by id.",
                examples = "[\"00-pension-flexible-rate\"]")
        List<String> ruleIds) {}
