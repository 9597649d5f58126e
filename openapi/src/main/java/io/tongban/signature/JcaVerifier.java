package io.tongban.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** Verifies with a key converted and checked once. */
final class JcaVerifier implements Verifier {

    private final SignatureAlgorithm algorithm;
    private final PublicKey key;
    private final KeyValidity validity;
    private final int signatureLength;

    private JcaVerifier(SignatureAlgorithm algorithm, PublicKey key, KeyValidity validity) {
        this.algorithm = algorithm;
        this.key = key;
        this.validity = validity;
        this.signatureLength = algorithm.scheme().signatureLength(key);
    }

    static JcaVerifier of(JWK jwk) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.of(jwk);
        KeyDeclaration.requireForSignatures(jwk, algorithm.scheme());
        try {
            JcaVerifier verifier = new JcaVerifier(algorithm, algorithm.scheme().publicKey(jwk), KeyValidity.of(jwk));
            // Some providers decode the point only when a verification begins; a bad key must fail here.
            verifier.initialised();
            return verifier;
        } catch (GeneralSecurityException | JOSEException | RuntimeException failure) {
            throw new IllegalArgumentException(
                    "Not a valid public key for " + algorithm + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public KeyValidity validity() {
        return validity;
    }

    @Override
    public boolean verify(byte[] signatureBase, byte[] signature) {
        if (signature.length != signatureLength) {
            return false;
        }
        try {
            Signature check = initialised();
            check.update(signatureBase);
            return check.verify(signature);
        } catch (SignatureException notASignature) {
            return false;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Cannot verify with " + algorithm, failure);
        }
    }

    private Signature initialised() throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm.scheme().signatureName());
        signature.initVerify(key);
        algorithm.scheme().configure(signature);
        return signature;
    }
}
