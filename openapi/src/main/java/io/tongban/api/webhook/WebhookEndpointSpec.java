package io.tongban.api.webhook;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Where to be told of what. Calls are signed by the gateway; see SIGNING.md.")
public record WebhookEndpointSpec(
        @Schema(
                description =
                        "An https URL without user info and fragment; addresses inside private networks are refused.",
                examples = "https://partner.example/tongban")
        @NotNull
        URI url,

        @Schema(description = "Kinds of events to be told of.") @NotEmpty @Size(max = 20)
        Set<@NotNull EventType> events) {
    public WebhookEndpointSpec {
        events = events == null ? Set.of() : Set.copyOf(events);
    }
}
