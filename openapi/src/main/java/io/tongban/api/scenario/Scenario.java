package io.tongban.api.scenario;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that can go wrong, to be tried.
 *
 * @param name the value of the field {@code Tongban-Scenario}
 * @param description what happens
 * @param descriptionZh the same in Chinese
 * @param times how often it happens to the same request before that takes its usual way; the same is the same method,
 *     target and idempotency key, within ten minutes
 * @param operations requests that can meet it, as method and path, where a province plays it for the order that they make;
 *     null for any
 */
@Schema(description = "Something that can go wrong, to be tried.")
public record Scenario(
        @Schema(
                required = true,
                description = "The value of the field `Tongban-Scenario`.",
                examples = "unavailable-then-ok")
        String name,

        @Schema(
                required = true,
                description = "What happens.",
                examples = "Twice 503 with Retry-After, then the usual.")
        String description,

        @Schema(required = true, description = "The same in Chinese.", examples = "先返回两次503（带Retry-After），之后正常。")
        String descriptionZh,

        @Schema(
                required = true,
                description =
                        "How often it happens to the same request before that takes its usual way; the same is the same method, target and idempotency key, within ten minutes.",
                examples = "2")
        int times,

        @Schema(
                maxItems = 20,
                description =
                        "Requests that can meet it, as method and path, where a province plays it for the order that they make; absent for any.",
                examples = "[\"POST /v1/withholdings\"]")
        @Nullable
        List<String> operations) {}
