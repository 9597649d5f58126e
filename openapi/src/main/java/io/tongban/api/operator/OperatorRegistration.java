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

@Schema(description = "One of your people who will stand at a counter.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class OperatorRegistration {
    @Schema(description = "Your own, unique at your bank; no personal number.", examples = "T1001")
    @NotNull
    @Pattern(regexp = Patterns.SEGMENT)
    private final String staffNumber;

    @Schema(description = "What they may do.")
    @NotNull
    private final OperatorRole role;

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
                    "Their own signing key, a public JWK (RFC 7517): Ed25519, P-256 or RSA, with a `kid` that no other operator of your bank has or had. With it they can ask for what needs a second person, or be one.")
    private final @Nullable Map<String, Object> publicKey;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private OperatorRegistration(Builder builder) {
        this.staffNumber = builder.staffNumber;
        this.role = builder.role;
        this.points = Required.copied(builder.points);
        this.publicKey = builder.publicKey;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.staffNumber = staffNumber;
        builder.role = role;
        builder.points = points;
        builder.publicKey = publicKey;
        return builder;
    }

    public String staffNumber() {
        return staffNumber;
    }

    public OperatorRole role() {
        return role;
    }

    public List<String> points() {
        return points;
    }

    public @Nullable Map<String, Object> publicKey() {
        return publicKey;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(staffNumber, role, points, publicKey);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperatorRegistration that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "OperatorRegistration[" + staffNumber + "]";
    }

    /** Collects a {@link OperatorRegistration}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String staffNumber;
        private @Nullable OperatorRole role;
        private @Nullable List<String> points;
        private @Nullable Map<String, Object> publicKey;

        private Builder() {}

        /** Your own, unique at your bank; no personal number. */
        public Builder staffNumber(String staffNumber) {
            this.staffNumber = staffNumber;
            return this;
        }

        /** What they may do. */
        public Builder role(OperatorRole role) {
            this.role = role;
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
        public OperatorRegistration build() {
            Required.given(staffNumber, "OperatorRegistration", "staffNumber");
            Required.given(role, "OperatorRegistration", "role");
            Required.given(points, "OperatorRegistration", "points");
            return new OperatorRegistration(this);
        }
    }
}
