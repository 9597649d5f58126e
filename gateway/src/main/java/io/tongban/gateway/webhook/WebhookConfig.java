package io.tongban.gateway.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of webhooks, {@code tongban.webhook.*}. */
@ConfigMapping(prefix = "tongban.webhook")
public interface WebhookConfig {
    /** Permits http and addresses of private networks; for the sandbox alone. */
    @WithDefault("false")
    boolean allowPrivateTargets();

    @WithDefault("10")
    int endpointsPerPartner();

    @WithDefault("4")
    int callsPerEndpoint();

    /** Calls at a time to all endpoints, from one node. */
    @WithDefault("64")
    int callsInAll();

    @WithDefault("PT3S")
    Duration resolveTimeout();

    @WithDefault("PT3S")
    Duration connectTimeout();

    /** From the connection to the end of the answer. */
    @WithDefault("PT10S")
    Duration callTimeout();

    @WithDefault("PT5S")
    Duration firstPause();

    @WithDefault("PT1H")
    Duration longestPause();

    @WithDefault("P3D")
    Duration giveUpAfter();

    /** How long events are kept, and can be asked for; longer than it takes to give up. */
    @WithDefault("P30D")
    Duration keepEvents();

    /** How many deliveries may be on their way to an endpoint when it asks for events once more. */
    @WithDefault("10000")
    int pendingPerEndpoint();

    /** How many requests for events a node holds until there are some, and as many for a second; each holds a thread. */
    @WithDefault("16")
    int waitingPlaces();

    /** How often it is looked for those. */
    @WithDefault("PT0.5S")
    Duration waitPoll();
}
