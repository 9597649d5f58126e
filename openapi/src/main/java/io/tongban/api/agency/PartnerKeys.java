package io.tongban.api.agency;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "Replaces a partner's key set. Keep the old key in the set until nothing signed with it is on its way.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class PartnerKeys {
    @Schema(description = "JWK Set with public keys only, at most 10.")
    @NotNull
    private final Map<String, Object> jwks;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private PartnerKeys(Builder builder) {
        this.jwks = builder.jwks;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.jwks = jwks;
        return builder;
    }

    public Map<String, Object> jwks() {
        return jwks;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(jwks);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartnerKeys that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "PartnerKeys[…]";
    }

    /** Collects a {@link PartnerKeys}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable Map<String, Object> jwks;

        private Builder() {}

        /** JWK Set with public keys only, at most 10. */
        public Builder jwks(Map<String, Object> jwks) {
            this.jwks = jwks;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public PartnerKeys build() {
            Required.given(jwks, "PartnerKeys", "jwks");
            return new PartnerKeys(this);
        }
    }
}
