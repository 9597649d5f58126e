package io.tongban.gateway.platform.pii;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The configured keys, checked once at start; what is wrong is told without showing a key. */
record PiiKeys(Map<String, SecretKeySpec> encryption, String activeId, SecretKeySpec lookup) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int KEY_BYTES = 32;

    PiiKeys {
        encryption = Map.copyOf(encryption);
        if (!encryption.containsKey(activeId)) {
            throw new IllegalArgumentException("tongban.pii.active-key names no key of tongban.pii.keys");
        }
    }

    static PiiKeys of(PiiConfig config) {
        Map<String, SecretKeySpec> keys = config.keys().entrySet().stream()
                .collect(toUnmodifiableMap(each -> id(each.getKey()), each -> aes(each.getKey(), each.getValue())));
        return new PiiKeys(
                keys, config.activeKey(), new SecretKeySpec(bytes("lookup-key", config.lookupKey()), "HmacSHA256"));
    }

    SecretKeySpec active() {
        return requireNonNull(encryption.get(activeId));
    }

    @Nullable
    SecretKeySpec find(String id) {
        return encryption.get(id);
    }

    @Override
    public String toString() {
        return "PiiKeys[" + activeId + "]";
    }

    private static String id(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("tongban.pii.keys: an id has 1 to 32 characters of A-Za-z0-9_-");
        }
        return id;
    }

    private static SecretKeySpec aes(String id, String base64) {
        return new SecretKeySpec(bytes("keys." + id, base64), "AES");
    }

    private static byte[] bytes(String name, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // Without the cause: its message quotes characters of the key.
            throw new IllegalArgumentException("tongban.pii." + name + " is not base64");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("tongban.pii." + name + " must be 32 bytes in base64");
        }
        return key;
    }
}
