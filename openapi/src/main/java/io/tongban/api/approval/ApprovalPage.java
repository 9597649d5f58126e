package io.tongban.api.approval;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of approvals, newest first.
 *
 * @param items in the order that the operation states
 * @param nextCursor pass it as {@code cursor} for the next page; absent on the last one
 */
@Schema(description = "A page of approvals, newest first.")
public record ApprovalPage(
        @Schema(required = true, description = "In the order that the operation states.")
        List<Approval> items,

        @Schema(description = "Pass it as `cursor` for the next page; absent on the last one.") @Nullable
        String nextCursor) {}
