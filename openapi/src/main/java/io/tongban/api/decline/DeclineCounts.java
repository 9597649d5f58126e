package io.tongban.api.decline;

import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many declined in a month, and why.
 *
 * @param month a month that is over
 * @param items by province, sector and reason
 */
@Schema(
        description =
                "How many declined in a month, and why. What fewer than ten said is absent, as is what nobody said; no sum is told.")
public record DeclineCounts(
        @Schema(required = true, examples = "2026-10") YearMonth month,

        @Schema(required = true, description = "By province, sector and reason.")
        List<DeclineCount> items) {}
