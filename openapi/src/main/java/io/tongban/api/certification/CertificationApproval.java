package io.tongban.api.certification;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agency's word that a certified program may be let in at a province.
 *
 * @param certificationId the run
 * @param partner client id of whose program it is
 * @param province where it counts, two digits
 * @param contract major version of the contract that it was given for
 * @param state whether it still counts
 * @param approvedAt when it was given
 * @param approvedBy client id of the agency
 * @param expiresAt from then on it counts no more
 */
@Schema(description = "An agency's word that a certified program may be let in at a province.")
public record CertificationApproval(
        @Schema(required = true, description = "The run.", examples = "crt_01kandb7vq5zrp5nh3qj8m2c5c")
        String certificationId,

        @Schema(required = true, description = "Client id of whose program it is.", examples = "fengsong-delivery")
        String partner,

        @Schema(required = true, description = "Where it counts.", examples = "44")
        String province,

        @Schema(required = true, description = "Major version of the contract that it was given for.", examples = "v1")
        String contract,

        @Schema(required = true) CertificationApprovalState state,

        @Schema(required = true, description = "When it was given.", examples = "2026-11-28T02:00:00Z")
        Instant approvedAt,

        @Schema(required = true, description = "Client id of the agency.", examples = "tongban-agency")
        String approvedBy,

        @Schema(required = true, description = "From then on it counts no more.", examples = "2027-11-28T02:00:00Z")
        Instant expiresAt) {}
