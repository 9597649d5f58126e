package io.tongban.api.certification;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs, newest first.
 *
 * @param items in the order that the operation states
 * @param nextCursor pass it as {@code cursor} for the next page; absent on the last one
 */
@Schema(description = "A page of runs, newest first.")
public record CertificationPage(
        @Schema(required = true, description = "In the order that the operation states.")
        List<CertificationSummary> items,

        @Schema(description = "Pass it as `cursor` for the next page; absent on the last one.") @Nullable
        String nextCursor) {}
