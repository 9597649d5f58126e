package io.tongban.api.agency;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner asked on one day for more than its work can need, and was refused.
 *
 * @param clientId client id in the realm, such as {@code fengsong-delivery}
 * @param kind of which kind
 * @param day in Asia/Shanghai
 * @param refusals how often it was refused that day
 * @param firstAt when it was refused first that day
 * @param lastAt when it was refused last that day
 */
@Schema(description = "A partner asked on one day for more than its work can need, and was refused.")
public record PartnerAlert(
        @Schema(required = true, examples = "fengsong-delivery")
        String clientId,

        @Schema(required = true) AlertKind kind,

        @Schema(required = true, description = "In Asia/Shanghai.", examples = "2026-11-28")
        LocalDate day,

        @Schema(required = true, description = "How often it was refused that day.", examples = "17")
        long refusals,

        @Schema(required = true) Instant firstAt,
        @Schema(required = true) Instant lastAt) {}
