package io.tongban.api.agency;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the agency stopped.
 *
 * @param id the gateway's own
 * @param kind what is stopped
 * @param partner whose point or operator it is
 * @param subject client id, reference of the point, staff number or operation id
 * @param reason what the agency gave for it
 * @param placedAt since when
 * @param placedBy client id of who decided it
 * @param releasedAt until when; absent while it holds
 * @param releasedBy client id of who let it go
 */
@Schema(description = "What the agency stopped.")
public record Stop(
        @Schema(required = true, description = "The gateway's own.", examples = "stp_01kandb7vq5zrp5nh3qj8m2c71")
        String id,

        @Schema(required = true) StopKind kind,

        @Schema(description = "Whose point or operator it is.", examples = "nanling-bank") @Nullable
        String partner,

        @Schema(
                required = true,
                description = "Client id, reference of the point, staff number or operation id.",
                examples = "gz-001-c1")
        String subject,

        @Schema(required = true, description = "What the agency gave for it.", examples = "The terminal was stolen")
        String reason,

        @Schema(required = true, description = "Since when.", examples = "2026-11-28T02:00:00Z")
        Instant placedAt,

        @Schema(required = true, description = "Client id of who decided it.", examples = "tongban-agency")
        String placedBy,

        @Schema(description = "Until when; absent while it holds.", examples = "2026-11-28T03:00:00Z") @Nullable
        Instant releasedAt,

        @Schema(description = "Client id of who let it go.", examples = "tongban-agency") @Nullable
        String releasedBy) {}
