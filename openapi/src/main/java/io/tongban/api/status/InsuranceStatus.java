package io.tongban.api.status;

import io.tongban.api.cover.CoverOutlook;
import io.tongban.api.withholding.Withholding;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One insurance of a worker in one province.
 *
 * @param province first two digits of its GB/T 2260 code, such as {@code 44}
 * @param insurance insurance kind with its code system, such as {@code AAE140:110}
 * @param state whether contributions are being paid
 * @param paidThrough last month paid without a gap; absent when nothing is paid
 * @param source who says so
 * @param asOf when this was known
 * @param lastWithholdings the worker's last withholdings through this partner, newest first, at most 5
 * @param collecting months of which this partner holds something back from payouts, until they are paid or go back
 * @param byRule what follows by the rules; {@code state} is what {@code source} says and may differ
 */
@Schema(description = "One insurance of a worker in one province.")
public record InsuranceStatus(
        @Schema(required = true, examples = "44") String province,
        @Schema(required = true, examples = "AAE140:110") String insurance,
        @Schema(required = true) CoverState state,

        @Schema(description = "Last month paid without a gap; absent when nothing is paid.", examples = "2026-10")
        @Nullable
        YearMonth paidThrough,

        @Schema(required = true, description = "Who says so.")
        StatusSource source,

        @Schema(required = true, description = "When this was known.")
        Instant asOf,

        @Schema(
                required = true,
                description = "The worker's last withholdings through this partner, newest first, at most 5.")
        List<Withholding> lastWithholdings,

        @Schema(
                required = true,
                description =
                        "Months of which this partner holds something back from payouts, until they are paid or go back, in order.")
        List<CollectedMonth> collecting,

        @Schema(
                required = true,
                description = "What follows by the rules; `state` is what `source` says and may differ.")
        CoverOutlook byRule) {}
