package io.tongban.api.agency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows, oldest first.
 *
 * @param items in the order that the operation states
 * @param nextCursor pass it as {@code cursor} for the next page; absent on the last one
 */
@Schema(description = "A page of rows, oldest first.")
public record DayDifferencePage(
        @Schema(required = true) List<DayDifference> items,

        @Schema(description = "Pass it as `cursor` for the next page; absent on the last one.") @Nullable
        String nextCursor) {}
