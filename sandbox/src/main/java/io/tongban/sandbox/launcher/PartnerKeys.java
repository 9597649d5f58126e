package io.tongban.sandbox.launcher;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Makes a partner's key pair: of most P-256, of one Ed25519 and of one RSA, so that each kind can be tried. */
final class PartnerKeys {
    private static final String ED25519_PARTNER = "xingyun-live";
    private static final String RSA_PARTNER = "yuntu-freight";
    private static final int ED25519_OCTETS = 32;

    private PartnerKeys() {}

    static JWK generate(String clientId) {
        String keyId = clientId + "-1";
        try {
            return switch (clientId) {
                case ED25519_PARTNER -> ed25519(keyId);
                case RSA_PARTNER ->
                    new RSAKeyGenerator(3072)
                            .keyID(keyId)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.PS256)
                            .generate();
                default ->
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(keyId)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .generate();
            };
        } catch (JOSEException | NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** From the platform's own key pair, whose encodings (RFC 8410) end with the octets of the JWK. */
    private static OctetKeyPair ed25519(String keyId) throws NoSuchAlgorithmException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new OctetKeyPair.Builder(
                        Curve.Ed25519, Base64URL.encode(tail(pair.getPublic().getEncoded())))
                .d(Base64URL.encode(tail(pair.getPrivate().getEncoded())))
                .keyID(keyId)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.EdDSA)
                .build();
    }

    private static byte[] tail(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length);
    }
}
