package io.tongban.sdk.key;

import io.tongban.api.internal.Given;
import io.tongban.signature.Signer;
import java.io.InputStream;

/**
 * The partner's private key: it signs messages (RFC 9421) and the assertions by which tokens are asked for (RFC 7523).
 * A role, so that the key may live in hardware. Thread-safe.
 */
public interface PartnerKey {
    /** Under the keyid by which the key is registered at the gateway. */
    Signer messageSigner();

    /** JWS algorithm of the assertions: ES256, EdDSA or PS256. */
    String assertionAlgorithm();

    /** A JWS signature (RFC 7515) over the signing input. */
    byte[] signAssertion(byte[] signingInput);

    /**
     * A private JWK (RFC 7517) with its {@code kid}: P-256, Ed25519 or RSA of at least 2048 bits.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PartnerKey ofJwk(String json) {
        return JwkReader.read(Given.value(json, "json"));
    }

    /**
     * A private key as PEM, {@code -----BEGIN PRIVATE KEY-----} (PKCS#8, RFC 5958), not encrypted.
     *
     * @param keyId by which the key is registered at the gateway
     * @throws IllegalArgumentException if it is none, or of a kind or size that is not taken
     */
    static PartnerKey ofPem(String keyId, String pem) {
        return PemReader.read(Given.value(keyId, "keyId"), Given.value(pem, "pem"));
    }

    /**
     * A private key from a PKCS#12 store (RFC 7292).
     *
     * @param store read to its end, not closed
     * @param password of store and key; the caller may wipe it afterwards
     * @param alias of the entry
     * @param keyId by which the key is registered at the gateway
     * @throws IllegalArgumentException if the store cannot be opened or has no such key
     */
    static PartnerKey ofPkcs12(InputStream store, char[] password, String alias, String keyId) {
        return Pkcs12Reader.read(
                Given.value(store, "store"),
                Given.value(password, "password"),
                Given.value(alias, "alias"),
                Given.value(keyId, "keyId"));
    }
}
