package io.tongban.api.worker;

import io.tongban.api.problem.Refusal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A worker's registration at one province.
 *
 * @param id the gateway's name of it, such as {@code enr_01kandb7vq5zrp5nh3qj8m2c4y}
 * @param province first two digits of its GB/T 2260 code, such as {@code 44}
 * @param place why this province
 * @param state what has become of it
 * @param refusal why the province refused; only in state REFUSED
 * @param updatedAt when the state changed last
 * @param revision rises by every change of the state; of two answers, or an answer and an event, the one with the
 *     lower number is older. Compare each enrolment for itself
 */
@Schema(description = "A worker's registration at one province.")
public record Enrolment(
        @Schema(required = true, examples = "enr_01kandb7vq5zrp5nh3qj8m2c4y")
        String id,

        @Schema(required = true, examples = "44") String province,
        @Schema(required = true) InsuredPlace place,
        @Schema(required = true) EnrolmentState state,

        @Schema(description = "Why the province refused; only in state REFUSED.") @Nullable
        Refusal refusal,

        @Schema(required = true) Instant updatedAt,

        @Schema(
                required = true,
                minimum = "1",
                description =
                        "Rises by every change of the state; of two answers, or an answer and an event, the one with the lower number is"
                                + " older. Compare each enrolment for itself.",
                examples = "2")
        long revision) {}
