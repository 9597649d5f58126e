package io.tongban.api.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Events of one partner, oldest first.
 *
 * @param items each the body of its webhook call, the same
 * @param nextCursor always there: pass it as {@code after}, and keep it once these are handled
 */
@Schema(description = "Events of one partner, oldest first.")
public record EventPage(
        @Schema(required = true, description = "Each the body of its webhook call, the same.")
        List<WebhookEvent> items,

        @Schema(
                required = true,
                description = "Always there: pass it as `after`, and keep it once these are handled.",
                examples = "AAAAAAAAAB4")
        String nextCursor) {}
