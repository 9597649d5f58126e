package io.tongban.gateway.trust.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times of a rotation. */
@ConfigMapping(prefix = "tongban.keys")
public interface KeysConfig {
    /** How long a new key is published before it signs: longer than partners cache the key set. */
    @WithDefault("PT10M")
    Duration overlap();

    /**
     * How long a key stays published after it signed its last answer: as long as receipts are kept (three years), for
     * they are verified against the published keys.
     */
    @WithDefault("P1100D")
    Duration retention();
}
