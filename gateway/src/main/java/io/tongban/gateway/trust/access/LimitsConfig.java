package io.tongban.gateway.trust.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on how often one partner, or one address, may ask. */
@ConfigMapping(prefix = "tongban.limits")
public interface LimitsConfig {
    /** Requests a minute of one client at one node. */
    @WithDefault("6000")
    int requestsPerMinute();

    /**
     * Calls a minute without a good token, of one address at one node: refused ones, and as many that need none. A tenth of
     * them may come at once.
     */
    @WithDefault("600")
    int refusalsPerMinute();
}
