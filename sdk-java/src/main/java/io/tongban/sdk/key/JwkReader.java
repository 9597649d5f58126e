package io.tongban.sdk.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import io.tongban.signature.Signer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;

/** Reads a private JWK. */
final class JwkReader {
    private JwkReader() {}

    static PartnerKey read(String json) {
        JWK jwk = parse(json);
        // Checks the kind, the size, the kid, and that private and public part belong together.
        Signer checked = Signer.of(jwk);
        return JcaPartnerKey.of(checked.keyId(), privateKey(jwk));
    }

    private static JWK parse(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException | RuntimeException unreadable) {
            // The cause is left out here and below: its text may hold a part of the key.
            throw new IllegalArgumentException("The private key is not a JWK");
        }
    }

    private static PrivateKey privateKey(JWK jwk) {
        try {
            if (jwk instanceof OctetKeyPair pair) {
                EdECPrivateKeySpec spec = new EdECPrivateKeySpec(
                        new NamedParameterSpec("Ed25519"), pair.getD().decode());
                return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
            }
            return ((AsymmetricJWK) jwk).toPrivateKey();
        } catch (GeneralSecurityException | JOSEException unusable) {
            throw new IllegalArgumentException("The private key cannot be used");
        }
    }
}
