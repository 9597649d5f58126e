package io.tongban.api.webhook;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Where to be told of what. Calls are signed by the gateway; see SIGNING.md.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class WebhookEndpointSpec {
    @Schema(
            description =
                    "An https URL without user info and fragment; addresses inside private networks are refused. Kept in the"
                            + " normal form of RFC 3986, sections 6.2.2 and 6.2.3.",
            examples = "https://partner.example/tongban",
            maxLength = 2048)
    @NotNull
    private final URI url;

    @Schema(description = "Kinds of events to be told of.")
    @NotEmpty
    @Size(max = 20)
    private final Set<@NotNull EventType> events;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private WebhookEndpointSpec(Builder builder) {
        this.url = builder.url;
        this.events = Required.copied(builder.events);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.url = url;
        builder.events = events;
        return builder;
    }

    public URI url() {
        return url;
    }

    public Set<EventType> events() {
        return events;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(url, events);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WebhookEndpointSpec that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "WebhookEndpointSpec[" + (url == null ? "…" : url.getHost()) + "]";
    }

    /** Collects a {@link WebhookEndpointSpec}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable URI url;
        private @Nullable Set<EventType> events;

        private Builder() {}

        /** An https URL without user info and fragment; addresses inside private networks are refused. */
        public Builder url(URI url) {
            this.url = url;
            return this;
        }

        /** Kinds of events to be told of. */
        public Builder events(Set<EventType> events) {
            this.events = events;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public WebhookEndpointSpec build() {
            Required.given(url, "WebhookEndpointSpec", "url");
            Required.given(events, "WebhookEndpointSpec", "events");
            return new WebhookEndpointSpec(this);
        }
    }
}
