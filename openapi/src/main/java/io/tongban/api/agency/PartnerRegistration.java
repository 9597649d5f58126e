package io.tongban.api.agency;

import io.tongban.api.Patterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "A partner to bring on board. Its client in the realm reads its keys from the partner's JWKS address.")
public record PartnerRegistration(
        @Schema(description = "Client id in the realm.", examples = "fengsong-delivery")
        @NotNull
        @Pattern(regexp = Patterns.CLIENT_ID)
        String clientId,

        @Schema(examples = "丰送外卖") @NotNull @Size(min = 1, max = 100)
        String name,

        @Schema(description = "What kind of partner.") @NotNull
        PartnerKind kind,

        @Schema(
                description =
                        "Unified social credit code, GB 32100; the payer that provinces book. Required for those who withhold.",
                examples = "91350100M000100Y43")
        @Pattern(regexp = "^[0-9A-HJ-NP-RTUWXY]{18}$")
        @Nullable
        String creditCode,

        @Schema(description = "JWK Set (RFC 7517) with public keys only, at most 10.") @NotNull
        Map<String, Object> jwks) {}
