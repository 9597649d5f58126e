package io.tongban.api.agency;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Suspends a partner, or lets it in again.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class PartnerStateChange {
    @NotNull
    private final PartnerState state;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private PartnerStateChange(Builder builder) {
        this.state = builder.state;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.state = state;
        return builder;
    }

    public PartnerState state() {
        return state;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(state);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartnerStateChange that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "PartnerStateChange[" + state + "]";
    }

    /** Collects a {@link PartnerStateChange}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable PartnerState state;

        private Builder() {}

        /** Required. */
        public Builder state(PartnerState state) {
            this.state = state;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public PartnerStateChange build() {
            Required.given(state, "PartnerStateChange", "state");
            return new PartnerStateChange(this);
        }
    }
}
