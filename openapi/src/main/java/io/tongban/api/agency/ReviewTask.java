package io.tongban.api.agency;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person at the agency has to settle with a province. Holds no personal data.
 *
 * @param id the gateway's name of it, such as {@code tsk_01kandb7vq5zrp5nh3qj8m2c53}
 * @param province first two digits of its GB/T 2260 code, such as {@code 44}
 * @param kind what it is about
 * @param subjectId id of the withholding, the enrolment or the row
 * @param partner client id of the partner that asked for it; {@code none} of a row that nobody asked for
 * @param reason why a person is needed, in one stable word. {@code manual}: the province takes it at a counter
 *     only. {@code deadline}: no outcome in the time that the province has. {@code amount-differs}: it booked
 *     another amount. {@code version-ended}: its system was replaced meanwhile. {@code not-inquirable}: it cannot
 *     be asked what became of it. {@code contradiction}: it said two things. {@code missing-there}: its books of the
 *     day have not what ours have. {@code unknown-here}: ours have not what its have. More words may come
 * @param openedAt when it was opened
 * @param state what has become of it
 * @param settledAt only in state SETTLED
 * @param outcome what was decided; only in state SETTLED
 * @param settledBy client id of the operator, or {@code province} when it answered after all; only in state SETTLED
 * @param revision rises by every change; of two answers the one with the lower number is older
 */
@Schema(description = "What a person at the agency has to settle with a province. Holds no personal data.")
public record ReviewTask(
        @Schema(required = true, examples = "tsk_01kandb7vq5zrp5nh3qj8m2c53")
        String id,

        @Schema(required = true, examples = "44") String province,
        @Schema(required = true) TaskKind kind,

        @Schema(
                required = true,
                description = "Id of the withholding, the enrolment or the row.",
                examples = "wh_01kandb7vq5zrp5nh3qj8m2c50")
        String subjectId,

        @Schema(
                required = true,
                description = "Client id of the partner that asked for it; `none` of a row that nobody asked for.",
                examples = "fengsong-delivery")
        String partner,

        @Schema(
                required = true,
                description =
                        "Why a person is needed, in one stable word. `manual`: the province takes it at a counter only. `deadline`:"
                                + " no outcome in the time that the province has. `amount-differs`: it booked another amount."
                                + " `version-ended`: its system was replaced meanwhile. `not-inquirable`: it cannot be asked what"
                                + " became of it. `contradiction`: it said two things. `missing-there`: its books of the day"
                                + " have not what ours have. `unknown-here`: ours have not what its have. `sums-differ`: its sums are others, its rows are not. More words may"
                                + " come.",
                examples = "deadline")
        String reason,

        @Schema(required = true) Instant openedAt,
        @Schema(required = true) TaskState state,

        @Schema(description = "Only in state SETTLED.") @Nullable
        Instant settledAt,

        @Schema(description = "What was decided; only in state SETTLED.") @Nullable
        TaskOutcome outcome,

        @Schema(
                description =
                        "Client id of the operator, or `province` when it answered after all; only in state SETTLED.",
                examples = "tongban-agency")
        @Nullable
        String settledBy,

        @Schema(
                required = true,
                minimum = "1",
                description =
                        "Rises by every change of the task; of two answers, the one with the lower number is older.",
                examples = "1")
        long revision) {}
