package io.tongban.api.payout;

import io.tongban.api.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a part or an amount goes back to the worker, with a code of the problem catalogue: {@code month-incomplete}, {@code
 * mandate-revoked}, {@code contribution-surplus}, {@code
 * contribution-lowered}, {@code instruction-exceeded}, or why the province did not book it; or why an insurance is left out.
 *
 * @param code stable code of the problem catalogue; decide by it
 * @param title in English, for people
 * @param titleZh the same in Chinese
 */
@Schema(
        description =
                "Why a part or an amount goes back to the worker, with a code of the problem catalogue: `month-incomplete`,"
                        + " `mandate-revoked`, `contribution-surplus`, `contribution-lowered`, `instruction-exceeded`, or why the province did not book it; or why an insurance is left out.")
public record ReturnReason(
        @Schema(required = true, examples = "month-incomplete")
        String code,

        @Schema(required = true, examples = "Too little was held back by the cut-off")
        String title,

        @Schema(required = true, examples = "截止时暂扣金额不足") String titleZh) {
    public static ReturnReason of(ProblemType type) {
        return new ReturnReason(type.code(), type.title(), type.titleZh());
    }
}
