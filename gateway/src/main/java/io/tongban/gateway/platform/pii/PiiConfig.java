package io.tongban.gateway.platform.pii;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Keys of the personal data; each is 32 bytes in base64. There are no defaults: a key in the code is no key. */
@ConfigMapping(prefix = "tongban.pii")
public interface PiiConfig {
    /** Encryption keys by id, 1 to 32 characters of {@code A-Za-z0-9_-}; keep old ones for as long as rows have them. */
    Map<String, String> keys();

    /** Id of the key that new values are encrypted under. */
    String activeKey();

    /** Key of the look-up hash. Changing it makes every person unfindable until all hashes are written anew. */
    String lookupKey();
}
