package io.tongban.gateway.trust.requestlog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the request log, {@code tongban.request-log.*}. */
@ConfigMapping(prefix = "tongban.request-log")
public interface RequestLogConfig {
    @WithDefault("P30D")
    Duration keep();

    /** Lines a minute of one partner at one node; refused requests have as many beside. */
    @WithDefault("300")
    int linesPerMinute();

    /** Lines that wait at a node to be written; more are left out and counted. */
    @WithDefault("2000")
    int waitingLines();
}
