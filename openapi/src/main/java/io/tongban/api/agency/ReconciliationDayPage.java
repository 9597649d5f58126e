package io.tongban.api.agency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of days, newest first.
 *
 * @param items in the order that the operation states
 * @param nextCursor pass it as {@code cursor} for the next page; absent on the last one
 */
@Schema(description = "A page of days, newest first.")
public record ReconciliationDayPage(
        @Schema(required = true) List<ReconciliationDay> items,

        @Schema(description = "Pass it as `cursor` for the next page; absent on the last one.") @Nullable
        String nextCursor) {}
