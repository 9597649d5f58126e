package io.tongban.cli;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of keys that a partner can have. */
enum KeyType {
    P256 {
        @Override
        JWK generate(String keyId) throws JOSEException {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(keyId)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
            return key;
        }
    },
    ED25519 {
        @Override
        JWK generate(String keyId) throws NoSuchAlgorithmException {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // RFC 8410: in both encodings the last 32 octets are the key itself.
            return new OctetKeyPair.Builder(
                            Curve.Ed25519, last32(pair.getPublic().getEncoded()))
                    .d(last32(pair.getPrivate().getEncoded()))
                    .keyID(keyId)
                    .keyUse(KeyUse.SIGNATURE)
                    .build();
        }
    },
    RSA {
        @Override
        JWK generate(String keyId) throws JOSEException {
            return new RSAKeyGenerator(3072)
                    .keyID(keyId)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        }
    };

    abstract JWK generate(String keyId) throws JOSEException, NoSuchAlgorithmException;

    private static Base64URL last32(byte[] encoded) {
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
