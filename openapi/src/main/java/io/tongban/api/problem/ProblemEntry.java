package io.tongban.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the problem catalogue.
 *
 * @param type stable; the page behind it explains the problem
 * @param code stable code of the problem catalogue, such as {@code field-unknown}; decide by it
 * @param status HTTP status
 * @param title in English, for people
 * @param titleZh the same in Chinese
 * @param source who has to act
 * @param retryable whether the same request, sent again later, may succeed
 * @param advice what to do about it
 * @param adviceZh the same in Chinese
 * @param money what becomes of what was deducted from the worker's pay, or paid at a counter; with every code that a
 *     withholding, a report of payouts, a payment at a counter or its cancellation can be answered or refused with, and
 *     with no other; null if absent
 * @param moneyZh the same in Chinese; null if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An entry of the problem catalogue.")
public record ProblemEntry(
        @Schema(required = true, examples = "https://tongban.io/problems/field-unknown")
        URI type,

        @Schema(required = true, examples = "field-unknown") String code,
        @Schema(required = true, examples = "400") int status,

        @Schema(required = true, examples = "A field is not known")
        String title,

        @Schema(required = true, examples = "存在未知字段") String titleZh,
        @Schema(required = true) ProblemSource source,
        @Schema(required = true) boolean retryable,

        @Schema(
                required = true,
                description = "What to do about it.",
                examples = "Remove the field, or correct its spelling.")
        String advice,

        @Schema(required = true, description = "The same in Chinese.", examples = "删除该字段或更正拼写。")
        String adviceZh,

        @Schema(
                description =
                        "What becomes of what was deducted from the worker's pay; with every code that a withholding can be"
                                + " answered or refused with, and with no other.",
                examples = "Nothing is booked at the province. Give the whole amount back to the worker.")
        @Nullable
        String money,

        @Schema(description = "The same in Chinese.", examples = "省级系统未记账。须将款项全额退还本人。") @Nullable
        String moneyZh) {
    public static ProblemEntry of(ProblemType type) {
        return new ProblemEntry(
                type.uri(),
                type.code(),
                type.status(),
                type.title(),
                type.titleZh(),
                type.source(),
                type.retryable(),
                type.advice(),
                type.adviceZh(),
                type.money().orElse(null),
                type.moneyZh().orElse(null));
    }
}
