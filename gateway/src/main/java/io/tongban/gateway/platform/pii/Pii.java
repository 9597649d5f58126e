package io.tongban.gateway.platform.pii;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts personal values with AES-256-GCM and finds them again by HMAC-SHA-256.
 *
 * <p>Stored form: version (1) · length of the key id · key id · nonce (12) · ciphertext with tag (16). The additional
 * data are all that stands before the nonce, and the purpose. Nonces are random, so a key serves 2³² values at most
 * (NIST SP 800-38D, 8.3): add a new key and make it the active one before that.
 */
@ApplicationScoped
public class Pii {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final PiiKeys keys;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public Pii(PiiConfig config) {
        this.keys = PiiKeys.of(config);
    }

    /** Encrypts under the active key; the same value never looks the same twice. */
    public byte[] encrypt(PiiPurpose purpose, String plain) {
        byte[] header = header(keys.activeId());
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.active(), nonce, header, purpose, plain.getBytes(UTF_8));
        return concat(header, nonce, sealed);
    }

    /**
     * Decrypts what {@link #encrypt} wrote, under whichever configured key it was written.
     *
     * @throws IllegalStateException if the key is not configured, or the value was changed or is of another purpose
     */
    public String decrypt(PiiPurpose purpose, byte[] stored) {
        int idLength = stored.length > 2 && stored[0] == VERSION ? stored[1] : -1;
        int headerLength = 2 + idLength;
        if (idLength < 1 || stored.length < headerLength + NONCE_BYTES) {
            throw new IllegalStateException("A stored personal value is not in the known form");
        }
        SecretKey key = keys.find(new String(stored, 2, idLength, US_ASCII));
        if (key == null) {
            throw new IllegalStateException("The key of a stored personal value is not configured");
        }
        int bodyStart = headerLength + NONCE_BYTES;
        return new String(
                run(
                        Cipher.DECRYPT_MODE,
                        key,
                        Arrays.copyOfRange(stored, headerLength, bodyStart),
                        Arrays.copyOf(stored, headerLength),
                        purpose,
                        Arrays.copyOfRange(stored, bodyStart, stored.length)),
                UTF_8);
    }

    /** The keyed hash, 32 bytes, by which a value is found without being decrypted: the same value, the same hash. */
    public byte[] lookup(PiiPurpose purpose, String plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.lookup());
            mac.update(purpose.name().getBytes(US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(plain.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] header, PiiPurpose purpose, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(header);
            cipher.updateAAD(purpose.name().getBytes(US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored personal value cannot be read as " + purpose, e);
        }
    }

    private static byte[] header(String keyId) {
        byte[] id = keyId.getBytes(US_ASCII);
        return concat(new byte[] {VERSION, (byte) id.length}, id);
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
