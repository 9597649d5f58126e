package io.tongban.gateway.keys;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.keys.KeySet;
import io.tongban.signature.Signer;
import jakarta.enterprise.context.ApplicationScoped;

/** The gateway's signing keys. */
@ApplicationScoped
public class GatewayKeys {
    /** The signer now in force. */
    public Signer signer() {
        throw new UnsupportedOperationException();
    }

    /** The private key now in force, for receipts. */
    public JWK signingJwk() {
        throw new UnsupportedOperationException();
    }

    /** The public keys that partners may meet now or soon. */
    public KeySet published() {
        throw new UnsupportedOperationException();
    }
}
