package io.tongban.api.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All webhook endpoints of this partner; at most 10.
 *
 * @param items in the order that the operation states
 */
@Schema(description = "All webhook endpoints of this partner; at most 10.")
public record WebhookEndpointList(@Schema(required = true) List<WebhookEndpoint> items) {}
