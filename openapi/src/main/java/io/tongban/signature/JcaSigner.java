package io.tongban.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs with a key in memory, converted once. */
final class JcaSigner implements Signer {

    private static final byte[] PROBE = "tongban".getBytes(StandardCharsets.US_ASCII);

    private final String keyId;
    private final SignatureAlgorithm algorithm;
    private final PrivateKey key;

    private JcaSigner(String keyId, SignatureAlgorithm algorithm, PrivateKey key) {
        this.keyId = keyId;
        this.algorithm = algorithm;
        this.key = key;
    }

    static JcaSigner of(JWK jwk) {
        String keyId = jwk.getKeyID();
        if (keyId == null || !PrintableAscii.is(keyId) || keyId.isEmpty() || keyId.length() > 256) {
            throw new IllegalArgumentException("A signing key needs a kid of 1 to 256 printable ASCII characters");
        }
        if (!jwk.isPrivate()) {
            throw new IllegalArgumentException("A signing key must be a private key");
        }
        Verifier verifier = JcaVerifier.of(jwk);
        SignatureAlgorithm algorithm = verifier.algorithm();
        JcaSigner signer = new JcaSigner(keyId, algorithm, privateKey(algorithm, jwk));
        if (!signer.belongsTo(verifier)) {
            throw new IllegalArgumentException("The private part of the key does not belong to its public part");
        }
        return signer;
    }

    private boolean belongsTo(Verifier verifier) {
        try {
            return verifier.verify(PROBE, sign(PROBE));
        } catch (IllegalStateException unusable) {
            return false;
        }
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public byte[] sign(byte[] signatureBase) {
        try {
            Signature signature = Signature.getInstance(algorithm.scheme().signatureName());
            signature.initSign(key);
            algorithm.scheme().configure(signature);
            signature.update(signatureBase);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Cannot sign with " + algorithm, failure);
        }
    }

    private static PrivateKey privateKey(SignatureAlgorithm algorithm, JWK jwk) {
        try {
            return algorithm.scheme().privateKey(jwk);
        } catch (GeneralSecurityException | JOSEException failure) {
            // The cause is left out: a provider may have put a part of the key into its text.
            throw new IllegalArgumentException("Not a valid private key for " + algorithm);
        }
    }
}
