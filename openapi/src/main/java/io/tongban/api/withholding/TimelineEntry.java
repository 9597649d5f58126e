package io.tongban.api.withholding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened about a withholding. Holds no personal data.
 *
 * @param at when it happened first
 * @param kind where it happened
 * @param what method and path of a request, step at the province, type of an event, endpoint of a delivery
 * @param outcome status of an answer, the province's word, state of a delivery; null if absent
 * @param cause code of a problem, or why a step went as it did; null if absent
 * @param id of the request, the event or the delivery; null if absent
 * @param traceId w3C trace id of a request; null if absent
 * @param millis how long an answer took, or a delivery from the event to its end; null if absent
 * @param times how often it happened in a row; 1 or more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Something that happened about a withholding. Holds no personal data.")
public record TimelineEntry(
        @Schema(required = true, description = "When it happened first.", examples = "2026-11-23T08:00:00Z")
        Instant at,

        @Schema(required = true) TimelineKind kind,

        @Schema(
                required = true,
                description =
                        "Method and path of a request, step at the province, type of an event, endpoint of a delivery.",
                examples = "POST /v1/withholdings")
        String what,

        @Schema(description = "Status of an answer, the province's word, state of a delivery.", examples = "202")
        @Nullable
        String outcome,

        @Schema(description = "Code of a problem, or why a step went as it did.", examples = "timeout") @Nullable
        String cause,

        @Schema(description = "Of the request, the event or the delivery.", examples = "req_01kandb7vq5zrp5nh3qj8m2c53")
        @Nullable
        String id,

        @Schema(description = "W3C trace id of a request.", examples = "4bf92f3577b34da6a3ce929d0e0e4736") @Nullable
        String traceId,

        @Schema(description = "How long an answer took, or a delivery from the event to its end.", examples = "12")
        @Nullable
        Long millis,

        @Schema(required = true, description = "How often it happened in a row; 1 or more.", examples = "1")
        int times) {}
