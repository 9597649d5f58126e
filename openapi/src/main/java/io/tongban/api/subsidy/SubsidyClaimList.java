package io.tongban.api.subsidy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Claims of one worker.
 *
 * @param items newest first, at most 200
 */
@Schema(description = "Claims of one worker.")
public record SubsidyClaimList(
        @Schema(required = true, description = "Newest first, at most 200.")
        List<SubsidyClaim> items) {
    public SubsidyClaimList {
        items = List.copyOf(items);
    }
}
