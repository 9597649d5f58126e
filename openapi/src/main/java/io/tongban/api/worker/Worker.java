package io.tongban.api.worker;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A worker of this partner. Personal data appear masked.
 *
 * @param id the gateway's name of it, such as {@code wkr_01kandb7vq5zrp5nh3qj8m2c4x}
 * @param partnerReference the partner's own name for it
 * @param citizenNumberMasked with its birth date hidden, such as {@code 110105********002X}
 * @param nameMasked but for its first character hidden
 * @param mobileMasked with its middle hidden, such as {@code 139****0017}
 * @param enrolments where the worker is being insured, one a province
 * @param createdAt when the gateway took it on
 * @param revision rises by every change of what you registered of the worker; the one with the lower number is
 *     older. What becomes of an enrolment is counted by the enrolment's own
 */
@Schema(description = "A worker of this partner. Personal data appear masked.")
public record Worker(
        @Schema(required = true, examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String id,

        @Schema(required = true, examples = "rider-a-17") String partnerReference,

        @Schema(required = true, examples = "110105********002X")
        String citizenNumberMasked,

        @Schema(required = true, examples = "李**") String nameMasked,
        @Schema(required = true, examples = "139****0017") String mobileMasked,

        @Schema(required = true, description = "Where the worker is being insured, one a province.")
        List<Enrolment> enrolments,

        @Schema(required = true) Instant createdAt,

        @Schema(
                required = true,
                minimum = "1",
                description =
                        "Rises by every change of what you registered of the worker; the one with the lower number is older. What becomes"
                                + " of an enrolment is counted by the enrolment's own.",
                examples = "1")
        long revision) {}
