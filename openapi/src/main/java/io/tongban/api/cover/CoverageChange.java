package io.tongban.api.cover;

import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of the cover of one insurance of a worker, by the rules.
 *
 * @param workerId the worker, such as {@code wkr_01kandb7vq5zrp5nh3qj8m2c4x}
 * @param province first two digits of its GB/T 2260 code, such as {@code 44}
 * @param insurance insurance kind with its code system, such as {@code AAE140:110}
 * @param asOf the day on which it was so
 * @param state whether the worker is covered
 * @param paidThrough last month paid, as far as the gateway knows; absent when nothing is paid
 * @param lapsesOn first day without cover if nothing more is paid
 * @param nextPeriod what is due next; absent where nothing is, or no rule says so
 * @param nextBy last day to pay it; absent where no rule says so
 * @param text a sentence ready to be shown
 */
@Schema(description = "What became of the cover of one insurance of a worker, by the rules.")
public record CoverageChange(
        @Schema(required = true, examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, examples = "44") String province,
        @Schema(required = true, examples = "AAE140:110") String insurance,

        @Schema(required = true, description = "The day on which it was so.", examples = "2026-12-06")
        LocalDate asOf,

        @Schema(required = true) CoverageState state,

        @Schema(
                description = "Last month paid, as far as the gateway knows; absent when nothing is paid.",
                examples = "2026-10")
        @Nullable
        YearMonth paidThrough,

        @Schema(description = "First day without cover if nothing more is paid.", examples = "2026-12-16") @Nullable
        LocalDate lapsesOn,

        @Schema(description = "What is due next; absent where nothing is, or no rule says so.", examples = "2026-11")
        @Nullable
        YearMonth nextPeriod,

        @Schema(description = "Last day to pay it; absent where no rule says so.", examples = "2026-12-15") @Nullable
        LocalDate nextBy,

        @Schema(required = true) CoverText text) {}
