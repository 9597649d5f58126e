package io.tongban.sdk.key;

import com.nimbusds.jose.jwk.Curve;
import io.tongban.signature.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** The kinds of keys, and what each signs messages and assertions with. A further kind is one more constant. */
enum KeyKind {
    P256(SignatureAlgorithm.ECDSA_P256_SHA256, "ES256") {
        @Override
        boolean fits(PrivateKey key) {
            return key instanceof ECPrivateKey ec && Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams()));
        }

        @Override
        Signature forMessages() throws GeneralSecurityException {
            return Signature.getInstance("SHA256withECDSAinP1363Format");
        }

        @Override
        Signature forAssertions() throws GeneralSecurityException {
            return forMessages();
        }
    },
    ED25519(SignatureAlgorithm.ED25519, "EdDSA") {
        @Override
        boolean fits(PrivateKey key) {
            return key instanceof EdECPrivateKey edwards
                    && edwards.getParams().getName().equals("Ed25519");
        }

        @Override
        Signature forMessages() throws GeneralSecurityException {
            return Signature.getInstance("Ed25519");
        }

        @Override
        Signature forAssertions() throws GeneralSecurityException {
            return forMessages();
        }
    },
    RSA(SignatureAlgorithm.RSA_PSS_SHA512, "PS256") {
        @Override
        boolean fits(PrivateKey key) {
            return key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= 2048;
        }

        @Override
        Signature forMessages() throws GeneralSecurityException {
            return pss(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
        }

        @Override
        Signature forAssertions() throws GeneralSecurityException {
            return pss(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }

        private Signature pss(PSSParameterSpec parameters) throws GeneralSecurityException {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(parameters);
            return signature;
        }
    };

    private final SignatureAlgorithm messageAlgorithm;
    private final String assertionAlgorithm;

    KeyKind(SignatureAlgorithm messageAlgorithm, String assertionAlgorithm) {
        this.messageAlgorithm = messageAlgorithm;
        this.assertionAlgorithm = assertionAlgorithm;
    }

    SignatureAlgorithm messageAlgorithm() {
        return messageAlgorithm;
    }

    /** The JWS name; FAPI 2.0 allows these three. */
    String assertionAlgorithm() {
        return assertionAlgorithm;
    }

    abstract boolean fits(PrivateKey key);

    abstract Signature forMessages() throws GeneralSecurityException;

    abstract Signature forAssertions() throws GeneralSecurityException;
}
