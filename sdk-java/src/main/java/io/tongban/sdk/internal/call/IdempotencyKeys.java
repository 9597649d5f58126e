package io.tongban.sdk.internal.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/** Names of effects, 1 to 64 characters. */
public final class IdempotencyKeys {
    private IdempotencyKeys() {}

    /**
     * The same for the same effect in the same words, whichever process asks and however often it was restarted. Other
     * words are another effect: what was refused and put right does not stand in its own way.
     *
     * @param content of the request
     * @param after names the state that ended the effect's earlier attempt; empty for the first
     */
    public static String derived(String operation, String clientId, String reference, byte[] content, String after) {
        MessageDigest digest = sha256();
        add(digest, operation.getBytes(UTF_8));
        add(digest, clientId.getBytes(UTF_8));
        add(digest, reference.getBytes(UTF_8));
        add(digest, content);
        add(digest, after.getBytes(UTF_8));
        return "r-" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    /** The length first, so that no two lists run together to the same octets. */
    private static void add(MessageDigest digest, byte[] octets) {
        digest.update(ByteBuffer.allocate(4).putInt(octets.length).array());
        digest.update(octets);
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
