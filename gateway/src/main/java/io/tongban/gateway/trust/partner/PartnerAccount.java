package io.tongban.gateway.trust.partner;

import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.agency.PartnerKind;
import io.tongban.api.agency.PartnerState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered partner.
 *
 * @param creditCode unified social credit code, GB 32100; null for partners that do not withhold
 * @param keys public keys only
 * @param revision rises by every change
 */
public record PartnerAccount(
        String clientId,
        String name,
        PartnerKind kind,
        @Nullable String creditCode,
        PartnerState state,
        JWKSet keys,
        Instant createdAt,
        long revision) {}
