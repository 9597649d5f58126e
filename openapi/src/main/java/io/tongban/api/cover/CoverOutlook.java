package io.tongban.api.cover;

import io.tongban.api.policy.PolicyMark;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an insurance stands today by the rules and the months that provinces confirmed to the gateway. What the province
 * says by itself stands beside it.
 *
 * @param state whether the worker is covered
 * @param reason why
 * @param since first day of this state; absent where it began before the partner's worker was enrolled
 * @param paidThrough last month paid, as far as the gateway knows; absent when nothing is paid
 * @param waitingUntil last day that is waited for if each month is paid; only of state WAITING, and absent where the
 *     wait began before the partner's worker was enrolled
 * @param waitingAtMost whether the wait may turn out shorter
 * @param lapsesOn first day without cover if nothing more is paid
 * @param nextPayment what is due next; absent where nothing is, or no rule says so
 * @param beingCollected months that this partner withheld or holds back from payouts, neither confirmed nor failed yet
 * @param rule the rule that says how cover follows from payment; absent where there is none
 * @param source who says so
 * @param mark the weakest of all rules behind it
 * @param provisional whether a rule behind it is past its review
 * @param text a sentence ready to be shown
 */
@Schema(
        description =
                "How an insurance stands today by the rules and the months that provinces confirmed to the gateway. What the province says by itself stands beside it.")
public record CoverOutlook(
        @Schema(required = true) CoverageState state,
        @Schema(required = true) CoverageReason reason,

        @Schema(
                description =
                        "First day of this state; absent before anything is paid, and where it began before this partner's worker was enrolled.",
                examples = "2026-09-01")
        @Nullable
        LocalDate since,

        @Schema(
                description = "Last month paid, as far as the gateway knows; absent when nothing is paid.",
                examples = "2026-10")
        @Nullable
        YearMonth paidThrough,

        @Schema(
                description =
                        "Last day that is waited for if each month is paid; only of state WAITING, and absent where the wait began before this partner's worker was enrolled.",
                examples = "2027-03-31")
        @Nullable
        LocalDate waitingUntil,

        @Schema(required = true, description = "Whether the wait may turn out shorter.")
        boolean waitingAtMost,

        @Schema(description = "First day without cover if nothing more is paid.", examples = "2026-12-16") @Nullable
        LocalDate lapsesOn,

        @Schema(description = "What is due next; absent where nothing is, or no rule says so.") @Nullable
        NextPayment nextPayment,

        @Schema(
                required = true,
                description =
                        "Months that this partner withheld or holds back from payouts, neither confirmed nor failed yet, in order.",
                implementation = YearMonth[].class)
        List<YearMonth> beingCollected,

        @Schema(
                description = "The rule that says how cover follows from payment; absent where there is none.",
                examples = "00-pension-flexible-cover")
        @Nullable
        String rule,

        @Schema(description = "Who says so.") @Nullable String source,

        @Schema(description = "The weakest of all rules behind it.") @Nullable
        PolicyMark mark,

        @Schema(required = true, description = "Whether a rule behind it is past its review.")
        boolean provisional,

        @Schema(required = true) CoverText text) {}
