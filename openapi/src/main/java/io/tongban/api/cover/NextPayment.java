package io.tongban.api.cover;

import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has to be paid next, so that cover goes on or comes back.
 *
 * @param period the month, or the first one of a year
 * @param by last day; absent where no rule says so
 * @param amountFen what a quote says of it, on the base of the last month paid through this partner, else on the lowest; absent where no
 *     rule says so
 * @param provisional whether a rule behind the amount is past its review
 */
@Schema(description = "What has to be paid next, so that cover goes on or comes back.")
public record NextPayment(
        @Schema(required = true, description = "The month, or the first one of a year.", examples = "2026-11")
        YearMonth period,

        @Schema(description = "Last day; absent where no rule says so.", examples = "2026-12-15") @Nullable
        LocalDate by,

        @Schema(
                description =
                        "What a quote says of it, whole fen, on the base of the last month paid through this partner, else on the lowest; absent where no rule says so.",
                examples = "110200")
        @Nullable
        Long amountFen,

        @Schema(required = true, description = "Whether a rule behind the amount is past its review.")
        boolean provisional) {}
