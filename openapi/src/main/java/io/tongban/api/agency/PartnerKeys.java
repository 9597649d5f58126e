package io.tongban.api.agency;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Replaces a partner's key set. Keep the old key in the set until nothing signed with it is on its way.")
public record PartnerKeys(
        @Schema(description = "JWK Set with public keys only, at most 10.") @NotNull
        Map<String, Object> jwks) {}
