package io.tongban.api.agency;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "A partner to bring on board. Its client in the realm reads its keys from the partner's JWKS address.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class PartnerRegistration {
    @Schema(description = "Client id in the realm.", examples = "fengsong-delivery")
    @NotNull
    @Pattern(regexp = Patterns.CLIENT_ID)
    private final String clientId;

    @Schema(examples = "丰送外卖")
    @NotNull
    @Pattern(regexp = Patterns.LINE_100)
    private final String name;

    @Schema(description = "What kind of partner.")
    @NotNull
    private final PartnerKind kind;

    @Schema(
            description =
                    "Unified social credit code, GB 32100; the payer that provinces book. Required for those who withhold.",
            examples = "91350100M000100Y43")
    @Pattern(regexp = "^[0-9A-HJ-NP-RTUWXY]{18}$")
    private final @Nullable String creditCode;

    @Schema(description = "JWK Set (RFC 7517) with public keys only, at most 10.")
    @NotNull
    private final Map<String, Object> jwks;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private PartnerRegistration(Builder builder) {
        this.clientId = builder.clientId;
        this.name = builder.name;
        this.kind = builder.kind;
        this.creditCode = builder.creditCode;
        this.jwks = builder.jwks;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.clientId = clientId;
        builder.name = name;
        builder.kind = kind;
        builder.creditCode = creditCode;
        builder.jwks = jwks;
        return builder;
    }

    public String clientId() {
        return clientId;
    }

    public String name() {
        return name;
    }

    public PartnerKind kind() {
        return kind;
    }

    public @Nullable String creditCode() {
        return creditCode;
    }

    public Map<String, Object> jwks() {
        return jwks;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(clientId, name, kind, creditCode, jwks);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartnerRegistration that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "PartnerRegistration[" + clientId + "]";
    }

    /** Collects a {@link PartnerRegistration}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String clientId;
        private @Nullable String name;
        private @Nullable PartnerKind kind;
        private @Nullable String creditCode;
        private @Nullable Map<String, Object> jwks;

        private Builder() {}

        /** Client id in the realm. */
        public Builder clientId(String clientId) {
            this.clientId = clientId;
            return this;
        }

        /** Required. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** What kind of partner. */
        public Builder kind(PartnerKind kind) {
            this.kind = kind;
            return this;
        }

        /** Unified social credit code, GB 32100; the payer that provinces book. Required for those who withhold. Optional. */
        public Builder creditCode(@Nullable String creditCode) {
            this.creditCode = creditCode;
            return this;
        }

        /** JWK Set (RFC 7517) with public keys only, at most 10. */
        public Builder jwks(Map<String, Object> jwks) {
            this.jwks = jwks;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public PartnerRegistration build() {
            Required.given(clientId, "PartnerRegistration", "clientId");
            Required.given(name, "PartnerRegistration", "name");
            Required.given(kind, "PartnerRegistration", "kind");
            Required.given(jwks, "PartnerRegistration", "jwks");
            return new PartnerRegistration(this);
        }
    }
}
