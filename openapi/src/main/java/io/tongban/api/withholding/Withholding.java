package io.tongban.api.withholding;

import io.tongban.api.problem.Refusal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A withholding and what became of it.
 *
 * @param id the gateway's name of it, such as {@code wh_01kandb7vq5zrp5nh3qj8m2c50}
 * @param partnerReference the partner's own name for it
 * @param workerId the worker, such as {@code wkr_01kandb7vq5zrp5nh3qj8m2c4x}
 * @param mandateId the mandate that it stands under
 * @param province first two digits of its GB/T 2260 code, such as {@code 44}
 * @param insurance insurance kind with its code system, such as {@code AAE140:110}
 * @param period month that is paid for
 * @param baseFen contribution base, whole fen a month
 * @param amountFen amount withheld, whole fen
 * @param state where it stands; null for a state that this version does not know
 * @param refusal why the province refused; only in state REFUSED
 * @param provinceReceipt the province's own number of the booking; only in state CONFIRMED, and in REVERSED, where
 *     it is known, that of the booking that was taken back
 * @param acceptedAt when the gateway took it on
 * @param settledAt when the outcome became final; of REVERSED, when the gateway learnt of it; null if absent
 * @param expectedBy when the outcome is expected, as things usually go at the province; absent once it is final,
 *     and where nobody can say
 * @param history what was done about it, oldest first, at most 100 steps; only where a single withholding is read;
 *     null if absent
 * @param revision rises by every change of the state, and by nothing else: of two answers, or an answer and an
 *     event, the one with the lower number is older. An answer that is repeated for its Idempotency-Key keeps the
 *     number it had. {@code expectedBy} and {@code history} are not counted
 */
@Schema(description = "A withholding and what became of it.")
public record Withholding(
        @Schema(required = true, examples = "wh_01kandb7vq5zrp5nh3qj8m2c50")
        String id,

        @Schema(required = true, examples = "wh-2026-10-000017")
        String partnerReference,

        @Schema(required = true, examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, examples = "mdt_01kandb7vq5zrp5nh3qj8m2c4z")
        String mandateId,

        @Schema(required = true, examples = "44") String province,
        @Schema(required = true, examples = "AAE140:110") String insurance,

        @Schema(required = true, examples = "2026-10") YearMonth period,

        @Schema(required = true, examples = "551000") long baseFen,
        @Schema(required = true, examples = "110200") long amountFen,
        @Schema(required = true) WithholdingState state,

        @Schema(description = "Why the province refused; only in state REFUSED.") @Nullable
        Refusal refusal,

        @Schema(
                description =
                        "The province's own number of the booking; only in state CONFIRMED, and in REVERSED, where it is known,"
                                + " that of the booking that was taken back.",
                examples = "GD202611230000017")
        @Nullable
        String provinceReceipt,

        @Schema(required = true, description = "When the gateway took it on.")
        Instant acceptedAt,

        @Schema(description = "When the outcome became final; of REVERSED, when the gateway learnt of it.") @Nullable
        Instant settledAt,

        @Schema(
                description =
                        "When the outcome is expected, as things usually go at the province; absent once it is final, and"
                                + " where nobody can say.",
                examples = "2026-11-24T02:00:00Z")
        @Nullable
        Instant expectedBy,

        @Schema(
                description =
                        "What was done about it, oldest first, at most 100 steps; only where a single withholding is read.")
        @Nullable
        List<WithholdingStep> history,

        @Schema(
                required = true,
                minimum = "1",
                description =
                        "Rises by every change of the state, and by nothing else: of two answers, or an answer and an event, the one with"
                                + " the lower number is older. An answer that is repeated for its Idempotency-Key keeps the number it"
                                + " had. `expectedBy` and `history` are not counted.",
                examples = "2")
        long revision) {}
