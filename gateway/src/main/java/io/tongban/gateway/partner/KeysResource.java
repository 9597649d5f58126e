package io.tongban.gateway.partner;

import io.tongban.api.keys.KeySet;
import io.tongban.api.keys.KeysApi;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.keys.GatewayKeys;
import io.tongban.gateway.problem.ProblemException;
import jakarta.inject.Inject;

/** The public keys of gateway and partners. */
public class KeysResource implements KeysApi {
    private final GatewayKeys gatewayKeys;
    private final Partners partners;

    @Inject
    public KeysResource(GatewayKeys gatewayKeys, Partners partners) {
        this.gatewayKeys = gatewayKeys;
        this.partners = partners;
    }

    @Override
    public KeySet readGatewayKeys() {
        return gatewayKeys.published();
    }

    @Override
    public KeySet readPartnerKeys(String clientId) {
        PartnerAccount partner = partners.find(clientId).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        return new KeySet(partner.keys().getKeys().stream()
                .map(key -> key.toPublicJWK().toJSONObject())
                .toList());
    }
}
