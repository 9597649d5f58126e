package io.tongban.api.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A bank's day.
 *
 * @param day by the calendar of Shanghai
 * @param state whether it may still change
 * @param lines by operator, point, means and operation
 * @param differences what keeps the day open; none on a closed one
 * @param moreDifferences how many differences there are beside those that are named
 * @param csv the lines as a CSV file (RFC 4180), in which no spreadsheet computes anything
 * @param jws of a closed day: a compact JWS (RFC 7515) of the gateway over the SHA-256 of the octets of `csv` in UTF-8
 * @param closedAt when it was closed
 */
@Schema(description = "A bank's day.")
public record CounterDay(
        @Schema(required = true, description = "By the calendar of Shanghai.", examples = "2026-11-28")
        LocalDate day,

        @Schema(required = true) CounterDayState state,

        @Schema(
                required = true,
                description =
                        "What the gateway booked, by operator, point, means and operation. What the bank alone has is among the differences.")
        List<DayLine> lines,

        @Schema(
                required = true,
                description = "What keeps the day open, a thousand rows at most; none on a closed one.")
        List<CounterDifference> differences,

        @Schema(
                required = true,
                description = "How many differences there are beside those that are named.",
                examples = "0")
        long moreDifferences,

        @Schema(
                required = true,
                description = "The lines as a CSV file (RFC 4180), in which no spreadsheet computes anything.",
                examples = "operator,point,means,operation,count,amountFen")
        String csv,

        @Schema(
                description =
                        "Of a closed day: a compact JWS (RFC 7515) of the gateway over the SHA-256 of the octets of `csv` in UTF-8.",
                examples = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln")
        @Nullable
        String jws,

        @Schema(description = "When it was closed.", examples = "2026-11-28T10:00:00Z") @Nullable
        Instant closedAt) {}
