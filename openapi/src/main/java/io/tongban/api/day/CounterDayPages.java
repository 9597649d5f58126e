package io.tongban.api.day;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was sent ahead of a day.
 *
 * @param day by the calendar of Shanghai
 * @param pages how many pages there are
 * @param entries how many rows they have
 */
@Schema(description = "What was sent ahead of a day.")
public record CounterDayPages(
        @Schema(required = true, description = "By the calendar of Shanghai.", examples = "2026-11-28")
        LocalDate day,

        @Schema(required = true, description = "How many pages there are.", examples = "2")
        int pages,

        @Schema(required = true, description = "How many rows they have.", examples = "10000")
        long entries) {}
