package io.tongban.api.withholding;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What happened about a withholding.
 *
 * @param withholdingId the withholding
 * @param items oldest first
 */
@Schema(description = "What happened about a withholding.")
public record Timeline(
        @Schema(required = true, examples = "wh_01kandb7vq5zrp5nh3qj8m2c50")
        String withholdingId,

        @Schema(required = true, description = "Oldest first.")
        List<TimelineEntry> items) {}
