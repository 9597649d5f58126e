package io.tongban.api.operator;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Given;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What one of your people may do, and where, from now on.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class OperatorChange {
    @Schema(description = "What they may do.")
    @NotNull
    private final OperatorRole role;

    @Schema(description = "Whether they may do anything.")
    @NotNull
    private final OperatorState state;

    @Schema(
            description =
                    "References of the service points at which they stand; a branch stands for all that is in it.",
            examples = "[\"gz-001\"]",
            uniqueItems = true)
    @NotNull
    @NotEmpty
    @Size(max = 20)
    private final List<@NotNull @Pattern(regexp = Patterns.REFERENCE) String> points;

    @Schema(
            description =
                    "Their own signing key, a public JWK (RFC 7517): Ed25519, P-256 or RSA, with a `kid` that no other operator of your bank has or had. It takes the place of the one before at once; left out, that one stays.")
    private final @Nullable Map<String, Object> publicKey;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private OperatorChange(Builder builder) {
        this.role = builder.role;
        this.state = builder.state;
        this.points = Required.copied(builder.points);
        this.publicKey = builder.publicKey;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.role = role;
        builder.state = state;
        builder.points = points;
        builder.publicKey = publicKey;
        return builder;
    }

    public OperatorRole role() {
        return role;
    }

    public OperatorState state() {
        return state;
    }

    public List<String> points() {
        return points;
    }

    public @Nullable Map<String, Object> publicKey() {
        return publicKey;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(role, state, points, publicKey);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperatorChange that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "OperatorChange[" + role + "]";
    }

    /** Collects a {@link OperatorChange}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable OperatorRole role;
        private @Nullable OperatorState state;
        private @Nullable List<String> points;
        private @Nullable Map<String, Object> publicKey;

        private Builder() {}

        /** What they may do. */
        public Builder role(OperatorRole role) {
            this.role = role;
            return this;
        }

        /** Whether they may do anything. */
        public Builder state(OperatorState state) {
            this.state = state;
            return this;
        }

        /** References of the service points at which they stand, 1 to 20. */
        public Builder points(List<String> points) {
            this.points = points;
            return this;
        }

        /** Their own signing key, a public JWK with its kid. */
        public Builder publicKey(Map<String, Object> publicKey) {
            this.publicKey = Given.value(publicKey, "publicKey");
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public OperatorChange build() {
            Required.given(role, "OperatorChange", "role");
            Required.given(state, "OperatorChange", "state");
            Required.given(points, "OperatorChange", "points");
            return new OperatorChange(this);
        }
    }
}
