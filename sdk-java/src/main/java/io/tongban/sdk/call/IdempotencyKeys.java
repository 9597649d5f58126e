package io.tongban.sdk.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/** Names of effects, 1 to 64 characters. */
public final class IdempotencyKeys {
    private IdempotencyKeys() {}

    /** The same for the same effect, whichever process asks and however often it was restarted. */
    public static String derived(String operation, String clientId, String reference) {
        MessageDigest digest = sha256();
        for (String part : new String[] {operation, clientId, reference}) {
            byte[] octets = part.getBytes(UTF_8);
            // The length first, so that no two triples run together to the same octets.
            digest.update(ByteBuffer.allocate(4).putInt(octets.length).array());
            digest.update(octets);
        }
        return "r-" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    /** For effects that may be wanted again in the same words, such as suspending a partner a second time. */
    public static String drawn() {
        return "u-" + UUID.randomUUID();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
