package io.tongban.api.requestlog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page, newest first.
 *
 * @param items in the order that the operation states
 * @param nextCursor pass it as {@code cursor} for the next page; absent on the last one
 */
@Schema(description = "A page, newest first.")
public record RequestLogPage(
        @Schema(required = true) List<LoggedRequest> items,

        @Schema(description = "Pass it as `cursor` for the next page; absent on the last one.") @Nullable
        String nextCursor) {}
