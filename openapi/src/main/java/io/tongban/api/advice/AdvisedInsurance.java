package io.tongban.api.advice;

import io.tongban.api.policy.InsuranceRelation;
import io.tongban.api.quote.QuotePeriod;
import io.tongban.api.quote.QuotePlace;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One insurance, and whether it fits.
 *
 * @param insurance insurance kind with its code system, such as {@code AAE140:110}
 * @param relation as what the person would be insured
 * @param place where
 * @param verdict whether it fits
 * @param reasons why, the weightiest first
 * @param lowestFen least that the person would pay for {@code per}, whole fen; absent where no rule says so
 * @param per how many months that is for
 * @param provisional whether a rule behind the amount is past its review
 */
@Schema(description = "One insurance, and whether it fits.")
public record AdvisedInsurance(
        @Schema(required = true, examples = "AAE140:110") String insurance,
        @Schema(required = true) InsuranceRelation relation,
        @Schema(required = true) QuotePlace place,
        @Schema(required = true) AdviceVerdict verdict,

        @Schema(required = true, description = "Why, the weightiest first.")
        List<AdviceReason> reasons,

        @Schema(
                description = "Least that the person would pay for `per`, whole fen; absent where no rule says so.",
                examples = "110200")
        @Nullable
        Long lowestFen,

        @Schema(description = "How many months that is for; absent where `lowestFen` is.") @Nullable
        QuotePeriod per,

        @Schema(required = true, description = "Whether a rule behind the amount is past its review.")
        boolean provisional) {}
