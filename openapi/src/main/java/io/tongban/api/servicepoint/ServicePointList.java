package io.tongban.api.servicepoint;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The nearest places that are open, nearest first.
 *
 * @param items in the order that the operation states
 */
@Schema(description = "The nearest places that are open, nearest first.")
public record ServicePointList(
        @Schema(required = true, description = "In the order that the operation states.")
        List<ServicePoint> items) {}
