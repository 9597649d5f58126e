package io.tongban.gateway.trust.partner;

import io.tongban.api.keys.KeySet;
import io.tongban.api.keys.KeysApi;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.keys.GatewayKeys;
import io.tongban.signature.KeyValidity;
import jakarta.inject.Inject;
import java.time.Clock;

/** The public keys of gateway and partners. */
public class KeysResource implements KeysApi {
    private final GatewayKeys gatewayKeys;
    private final Partners partners;
    private final Clock clock;

    @Inject
    public KeysResource(GatewayKeys gatewayKeys, Partners partners, Clock clock) {
        this.gatewayKeys = gatewayKeys;
        this.partners = partners;
        this.clock = clock;
    }

    @Override
    public KeySet readGatewayKeys() {
        return gatewayKeys.published();
    }

    @Override
    public KeySet readPartnerKeys(String clientId) {
        PartnerAccount partner = partners.find(clientId).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        // The realm looks at neither nbf nor exp, so that a key outside of them must not be seen by it.
        return new KeySet(partner.keys().getKeys().stream()
                .filter(key -> KeyValidity.of(key).covers(clock.instant()))
                .map(key -> key.toPublicJWK().toJSONObject())
                .toList());
    }
}
