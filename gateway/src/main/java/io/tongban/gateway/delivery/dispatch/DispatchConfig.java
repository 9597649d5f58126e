package io.tongban.gateway.delivery.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the way to the provinces, {@code tongban.dispatch.*}. */
@ConfigMapping(prefix = "tongban.dispatch")
public interface DispatchConfig {
    /** Calls at a time to one province, from one node. */
    @WithDefault("8")
    int callsPerProvince();

    /** Calls at a time to all provinces, from one node. */
    @WithDefault("256")
    int callsInAll();

    @WithDefault("PT0.5S")
    Duration firstPause();

    @WithDefault("PT60S")
    Duration longestPause();

    /** An outcome that takes longer than this is logged as a warning, and counted; the gateway does not give up. */
    @WithDefault("PT4H")
    Duration warnAfter();

    /**
     * Entries a minute, for each province and node, that the audit log takes of senseless words of a province: unknown
     * serials, repetitions. All are counted.
     */
    @WithDefault("60")
    int auditsPerMinute();

    /** Longest wait of a request for an outcome, whatever it prefers. */
    @WithDefault("PT10S")
    Duration longestWait();

    /** Requests that may wait for an outcome at a time; others are answered at once. */
    @WithDefault("64")
    int waitingPlaces();

    /** How often a waiting request looks for an outcome that another node settled. */
    @WithDefault("PT0.25S")
    Duration waitPoll();
}
