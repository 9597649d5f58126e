package io.tongban.gateway.platform.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How often a partner may look at what people are insured for and have paid, {@code tongban.looks.*}; by node. */
@ConfigMapping(prefix = "tongban.looks")
public interface LooksConfig {
    /** Reads of a status in one window, where nothing else is said for the partner. */
    @WithDefault("3000")
    int statusReads();

    /** The same for single partners, by client id. */
    Map<String, Integer> partners();

    @WithDefault("PT10M")
    Duration window();
}
