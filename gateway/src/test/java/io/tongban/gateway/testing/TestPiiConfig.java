package io.tongban.gateway.testing;

import io.tongban.gateway.platform.pii.PiiConfig;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Keys for tests; each is one byte, 32 times. */
public record TestPiiConfig(Map<String, String> keys, String activeKey, String lookupKey) implements PiiConfig {
    public static TestPiiConfig usual() {
        return new TestPiiConfig(Map.of("k1", key(1)), "k1", key(9));
    }

    public static String key(int filler) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return Base64.getEncoder().encodeToString(key);
    }
}
