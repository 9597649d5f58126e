package io.tongban.signature;

import com.nimbusds.jose.jwk.JWK;

/** Verifies signatures of one public key. Thread-safe. */
public interface Verifier {

    SignatureAlgorithm algorithm();

    /** When the key may have signed. Who verifies compares it with the time of signing. */
    default KeyValidity validity() {
        return KeyValidity.ALWAYS;
    }

    /** Whether the signature is that of the base under this key; false, never an exception, for any other octets. */
    boolean verify(byte[] signatureBase, byte[] signature);

    /**
     * A verifier for a P-256, Ed25519 or RSA (2048 to 8192 bit) key. The private part, if there is one, is ignored.
     *
     * @throws IllegalArgumentException if the key is of another kind, is meant for something else (use, key_ops, alg), is
     *     not a point of its curve, or can be broken by looking at it
     */
    static Verifier of(JWK publicKey) {
        return JcaVerifier.of(publicKey);
    }
}
