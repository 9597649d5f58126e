package io.tongban.signature;

import com.nimbusds.jose.jwk.JWK;

/** Signs signature bases with one private key. Thread-safe; the key may live in hardware behind this role. */
public interface Signer {

    /** The keyid under which the other side finds the public key. */
    String keyId();

    SignatureAlgorithm algorithm();

    /** The raw signature octets of RFC 9421, section 3.3 (for ECDSA r‖s, not DER). */
    byte[] sign(byte[] signatureBase);

    /**
     * A signer in this JVM: a P-256, Ed25519 or RSA (2048 to 8192 bit) key with its {@code kid}.
     *
     * @throws IllegalArgumentException if the key has no kid, is not private, is of another kind, is meant for
     *     encryption, or its private part does not belong to its public part
     */
    static Signer of(JWK privateKey) {
        return JcaSigner.of(privateKey);
    }
}
