package io.tongban.api.agency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is stopped now.
 *
 * @param items oldest first
 */
@Schema(description = "All that is stopped now.")
public record StopList(
        @Schema(required = true, description = "Oldest first.")
        List<Stop> items) {}
