package io.tongban.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Events that are on their way to an endpoint once more.
 *
 * @param events how many were put on their way; what was already is not counted
 * @param nextCursor there are more: go on with this as {@code after}; absent when all are on their way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Events that are on their way to an endpoint once more.")
public record Redelivery(
        @Schema(
                required = true,
                description = "How many were put on their way; what was already is not counted.",
                examples = "12")
        int events,

        @Schema(
                description =
                        "There are more: go on with this as `after`, and the same `since`; absent when all are on their way.",
                examples = "AAAAAAAAAB4")
        @Nullable
        String nextCursor) {}
