package io.tongban.api.webhook;

import io.tongban.api.certification.CertificationApproval;
import io.tongban.api.change.InsuranceChange;
import io.tongban.api.cover.CoverageChange;
import io.tongban.api.payout.Payout;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.worker.Worker;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a webhook call. Delivered at least once and not in order: keep the ids you have handled, and pass over
 * what bears a lower {@code revision} than what you know. Answer 2xx within 10 seconds; otherwise it is sent again,
 * with growing pauses, for three days.
 *
 * @param id the gateway's name of it, such as {@code evt_01kandb7vq5zrp5nh3qj8m2c52}
 * @param type what happened; null for a kind that this version does not know
 * @param createdAt when the gateway took it on
 * @param worker for worker.* and enrolment.* events; null if absent
 * @param withholding for withholding.* events; null if absent
 * @param payout for payout.* events, with what to show to the worker in each of its parts; null if absent
 * @param coverage for coverage.* events; null if absent
 * @param change for insurance.* events; null if absent
 * @param approval for certification.* events; null if absent
 */
@Schema(
        description =
                "The body of a webhook call. Delivered at least once and not in order: keep the ids you have handled,"
                        + " and pass over what bears a lower `revision` than what you know. Answer 2xx"
                        + " within 10 seconds; otherwise it is sent again, with growing pauses, for three days.")
public record WebhookEvent(
        @Schema(required = true, examples = "evt_01kandb7vq5zrp5nh3qj8m2c52")
        String id,

        @Schema(required = true) EventType type,
        @Schema(required = true) Instant createdAt,

        @Schema(description = "For worker.* and enrolment.* events.") @Nullable
        Worker worker,

        @Schema(description = "For withholding.* events.") @Nullable
        Withholding withholding,

        @Schema(
                description =
                        "For payout.* events: the whole payout, each part as it is at this moment. There is one event for each "
                                + "insurance whose month changed; the parts say which state each has.")
        @Nullable
        Payout payout,

        @Schema(description = "For coverage.* events.") @Nullable
        CoverageChange coverage,

        @Schema(description = "For insurance.* events.") @Nullable
        InsuranceChange change,

        @Schema(description = "For certification.* events.") @Nullable
        CertificationApproval approval) {}
