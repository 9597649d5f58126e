package io.tongban.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on what one partner may ask for. */
@ConfigMapping(prefix = "tongban.limits")
public interface LimitsConfig {
    /** Requests a minute of one client at one node. */
    @WithDefault("6000")
    int requestsPerMinute();
}
