package io.tongban.api.agency;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import io.tongban.api.province.ProvinceState;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Pauses a province, drains it, or lets it run again.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class ProvinceStateChange {
    @NotNull
    private final ProvinceState state;

    @Schema(
            description = "Why; stands in the audit log. No personal data.",
            examples = "The province moves its system until Monday")
    @NotNull
    @Pattern(regexp = Patterns.NOTE)
    private final String reason;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private ProvinceStateChange(Builder builder) {
        this.state = builder.state;
        this.reason = builder.reason;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.state = state;
        builder.reason = reason;
        return builder;
    }

    public ProvinceState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(state, reason);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProvinceStateChange that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "ProvinceStateChange[" + state + "]";
    }

    /** Collects a {@link ProvinceStateChange}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable ProvinceState state;
        private @Nullable String reason;

        private Builder() {}

        /** Required. */
        public Builder state(ProvinceState state) {
            this.state = state;
            return this;
        }

        /** Why; stands in the audit log. No personal data. */
        public Builder reason(String reason) {
            this.reason = reason;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public ProvinceStateChange build() {
            Required.given(state, "ProvinceStateChange", "state");
            Required.given(reason, "ProvinceStateChange", "reason");
            return new ProvinceStateChange(this);
        }
    }
}
