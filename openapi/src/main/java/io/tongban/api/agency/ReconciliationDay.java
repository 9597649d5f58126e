package io.tongban.api.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A day of a province's books against ours.
 *
 * @param province first two digits of its GB/T 2260 code, such as {@code 44}
 * @param day by the province's date of booking
 * @param state what has become of it
 * @param cause why the last look came to nothing, in one stable word; only in state OPEN
 * @param sums what both sides had at the last look that came to an end
 * @param differences how many rows differ; absent where that is not known
 * @param statement the agreed day as a compact JWS of type {@code tongban-day+jwt}; only in state AGREED
 * @param settledAt when both sides were last compared; not in state OPEN
 * @param looks how often it was looked at
 * @param revision rises by every change; of two answers the one with the lower number is older
 */
@Schema(description = "A day of a province's books against ours.")
public record ReconciliationDay(
        @Schema(required = true, examples = "44") String province,

        @Schema(required = true, description = "By the province's date of booking.", examples = "2026-11-27")
        LocalDate day,

        @Schema(required = true) DayState state,

        @Schema(
                description =
                        "Why the last look came to nothing, in one stable word, such as `timeout`, `pending` or `items-too-many`; only in state OPEN. More words may come.",
                examples = "timeout")
        @Nullable
        String cause,

        @Schema(
                required = true,
                description = "What both sides had at the last look that came to an end, by command and insurance.")
        List<DaySum> sums,

        @Schema(description = "How many rows differ; absent where that is not known.", examples = "0") @Nullable
        Long differences,

        @Schema(
                description =
                        "The agreed day as a compact JWS (RFC 7515) of type `tongban-day+jwt`, under a key of the gateway; only in state AGREED.",
                examples = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln")
        @Nullable
        String statement,

        @Schema(description = "When both sides were last compared; not in state OPEN.") @Nullable
        Instant settledAt,

        @Schema(required = true, description = "How often it was looked at.", examples = "1")
        int looks,

        @Schema(
                required = true,
                minimum = "1",
                description =
                        "Rises by every change of the day; of two answers, the one with the lower number is older.",
                examples = "1")
        long revision) {}
