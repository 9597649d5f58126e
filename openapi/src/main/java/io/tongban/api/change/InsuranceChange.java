package io.tongban.api.change;

import io.tongban.api.problem.Refusal;
import java.time.Instant;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of one insurance of a worker, or of what a province knows of the worker, and what became of it.
 *
 * @param id the gateway's name of it, such as {@code chg_01kandb7vq5zrp5nh3qj8m2c60}
 * @param partnerReference the partner's own name for the order; the same of each insurance of it. Of those chosen in a
 *     registration the id of its enrolment
 * @param workerId the worker, such as {@code wkr_01kandb7vq5zrp5nh3qj8m2c4x}
 * @param province first two digits of its GB/T 2260 code, such as {@code 44}
 * @param change what is changed; null for a kind that this version does not know
 * @param insurance insurance kind with its code system, such as {@code AAE140:110}; absent of a correction
 * @param from the first month of which the change holds; absent of a correction
 * @param baseFen the new contribution base, whole fen a month; only of ENROL and CHANGE_BASE
 * @param state where it stands; null for a state that this version does not know
 * @param refusal why the province refused; only in state REFUSED
 * @param provinceReceipt the province's own number of the change; only in state CONFIRMED
 * @param acceptedAt when the gateway took it on
 * @param settledAt when the outcome became final; null if absent
 * @param revision rises by every change of the state: of two answers, or an answer and an event, the one with the
 *     lower number is older
 */
@Schema(description = "A change of one insurance of a worker, or of what a province knows of the worker.")
public record InsuranceChange(
        @Schema(required = true, examples = "chg_01kandb7vq5zrp5nh3qj8m2c60")
        String id,

        @Schema(
                required = true,
                description =
                        "Your name for the order; the same of each insurance of it. Of insurances that were chosen in a registration: the id of its enrolment.",
                examples = "change-2026-11-000017")
        String partnerReference,

        @Schema(required = true, examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, examples = "44") String province,
        @Schema(required = true) InsuranceChangeKind change,

        @Schema(description = "Absent of a correction.", examples = "AAE140:110") @Nullable
        String insurance,

        @Schema(description = "First month of which the change holds; absent of a correction.", examples = "2026-12")
        @Nullable
        YearMonth from,

        @Schema(description = "The new base, whole fen a month; only of ENROL and CHANGE_BASE.", examples = "551000")
        @Nullable
        Long baseFen,

        @Schema(required = true) InsuranceChangeState state,

        @Schema(description = "Why the province refused; only in state REFUSED.") @Nullable
        Refusal refusal,

        @Schema(
                description = "The province's own number of the change; only in state CONFIRMED.",
                examples = "44202611230000000017")
        @Nullable
        String provinceReceipt,

        @Schema(required = true, description = "When the gateway took it on.")
        Instant acceptedAt,

        @Schema(description = "When the outcome became final.") @Nullable
        Instant settledAt,

        @Schema(
                required = true,
                minimum = "1",
                description =
                        "Rises by every change of the state: of two answers, or an answer and an event, the one with the"
                                + " lower number is older.",
                examples = "2")
        long revision) {}
