package io.tongban.api.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook endpoint of this partner.
 *
 * @param id the gateway's name of it, such as {@code whe_01kandb7vq5zrp5nh3qj8m2c51}
 * @param url in normal form: scheme and host in lower case, without default port, dot segments and lone {@code ?},
 *     with a path. Calls are signed over this very text; verify them with it
 * @param events kinds of events that it is told of
 * @param createdAt when the gateway took it on
 */
@Schema(description = "A webhook endpoint of this partner.")
public record WebhookEndpoint(
        @Schema(required = true, examples = "whe_01kandb7vq5zrp5nh3qj8m2c51")
        String id,

        @Schema(
                required = true,
                description =
                        "In normal form: scheme and host in lower case, without default port, dot segments and lone `?`, with a"
                                + " path. Calls are signed over this very text; verify them with it.",
                examples = "https://partner.example/tongban")
        URI url,

        @Schema(required = true) Set<EventType> events,
        @Schema(required = true) Instant createdAt) {}
