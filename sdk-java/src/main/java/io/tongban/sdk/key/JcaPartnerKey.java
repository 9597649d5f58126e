package io.tongban.sdk.key;

import io.tongban.signature.SignatureAlgorithm;
import io.tongban.signature.Signer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;

/** A key in this JVM's memory. */
final class JcaPartnerKey implements PartnerKey, Signer {
    private final String keyId;
    private final KeyKind kind;
    private final PrivateKey key;

    private JcaPartnerKey(String keyId, KeyKind kind, PrivateKey key) {
        this.keyId = keyId;
        this.kind = kind;
        this.key = key;
    }

    static JcaPartnerKey of(String keyId, PrivateKey key) {
        boolean printable = keyId.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        if (keyId.isBlank() || keyId.length() > 256 || !printable) {
            throw new IllegalArgumentException("A key id has 1 to 256 printable ASCII characters");
        }
        KeyKind kind = Arrays.stream(KeyKind.values())
                .filter(each -> each.fits(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A private key must be P-256, Ed25519 or RSA of at least 2048 bits"));
        return new JcaPartnerKey(keyId, kind, key);
    }

    @Override
    public Signer messageSigner() {
        return this;
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return kind.messageAlgorithm();
    }

    @Override
    public byte[] sign(byte[] signatureBase) {
        return signed(signatureBase, true);
    }

    @Override
    public String assertionAlgorithm() {
        return kind.assertionAlgorithm();
    }

    @Override
    public byte[] signAssertion(byte[] signingInput) {
        return signed(signingInput, false);
    }

    private byte[] signed(byte[] input, boolean message) {
        try {
            Signature signature = message ? kind.forMessages() : kind.forAssertions();
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException unable) {
            throw new IllegalStateException("This platform cannot sign with a key of kind " + kind, unable);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PartnerKey[" + keyId + ", " + kind + "]";
    }
}
