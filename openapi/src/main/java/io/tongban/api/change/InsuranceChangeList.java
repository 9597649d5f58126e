package io.tongban.api.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Changes of a worker's insurances.
 *
 * @param items one for each insurance
 */
@Schema(description = "Changes of a worker's insurances.")
public record InsuranceChangeList(@Schema(required = true) List<InsuranceChange> items) {
    public InsuranceChangeList {
        items = List.copyOf(items);
    }
}
