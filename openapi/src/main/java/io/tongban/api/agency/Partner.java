package io.tongban.api.agency;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registered partner.
 *
 * @param clientId client id in the realm, such as {@code fengsong-delivery}
 * @param name as the agency registered it
 * @param kind of which kind
 * @param creditCode unified social credit code, GB 32100; null for those who have none
 * @param state whether it is let in
 * @param keyIds key ids in force
 * @param createdAt when the gateway took it on
 * @param revision rises by every change; of two answers the one with the lower number is older
 */
@Schema(description = "A registered partner.")
public record Partner(
        @Schema(required = true, examples = "fengsong-delivery")
        String clientId,

        @Schema(required = true, examples = "丰送外卖") String name,
        @Schema(required = true) PartnerKind kind,
        @Schema(examples = "91350100M000100Y43") @Nullable String creditCode,
        @Schema(required = true) PartnerState state,

        @Schema(required = true, description = "Key ids in force.", examples = "[\"fengsong-2026-1\"]")
        List<String> keyIds,

        @Schema(required = true) Instant createdAt,

        @Schema(
                required = true,
                minimum = "1",
                description = "Rises by every change; of two answers the one with the lower number is older.",
                examples = "1")
        long revision) {}
