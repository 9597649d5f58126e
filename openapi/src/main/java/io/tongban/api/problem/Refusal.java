package io.tongban.api.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a province refused, with a code of the problem catalogue.
 *
 * @param code stable code of the problem catalogue, such as {@code field-unknown}; decide by it
 * @param title in English, for people
 * @param titleZh the same in Chinese
 */
@Schema(description = "Why a province refused, with a code of the problem catalogue.")
public record Refusal(
        @Schema(required = true, examples = "province-amount-not-allowed")
        String code,

        @Schema(required = true, examples = "The province does not allow this amount or base")
        String title,

        @Schema(required = true, examples = "省级系统不接受该金额或基数") String titleZh) {
    public static Refusal of(ProblemType type) {
        return new Refusal(type.code(), type.title(), type.titleZh());
    }
}
