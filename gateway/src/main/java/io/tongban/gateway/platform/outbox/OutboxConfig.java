package io.tongban.gateway.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay, {@code tongban.outbox.*}. */
@ConfigMapping(prefix = "tongban.outbox")
public interface OutboxConfig {
    /** Whether this node works rows off; one that does not still appends. */
    @WithDefault("true")
    boolean relay();

    /** How often to look for rows of other nodes, of a crash, or due again. */
    @WithDefault("PT0.5S")
    Duration pollEvery();

    /** How long a row stays with a node that no longer renews. */
    @WithDefault("PT60S")
    Duration lease();

    @WithDefault("PT10S")
    Duration renewEvery();

    /** How long an orderly stop waits for the calls that run. */
    @WithDefault("PT20S")
    Duration drain();
}
