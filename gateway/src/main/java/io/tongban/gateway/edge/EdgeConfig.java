package io.tongban.gateway.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on what anyone may cost the node before it is known who calls. */
@ConfigMapping(prefix = "tongban.edge")
public interface EdgeConfig {
    /** Connections at once. */
    @WithDefault("4096")
    int connections();

    /** Of these, connections of one address (of IPv6, of one /64). Trusted proxies have no such share. */
    @WithDefault("512")
    int connectionsPerAddress();

    /** How long a request's head may take, and a new connection until its first. */
    @WithDefault("PT10S")
    Duration headDeadline();

    /** How long a body may take. */
    @WithDefault("PT20S")
    Duration bodyDeadline();

    /** Octets that the bodies of all requests together may hold; one partner's may hold a quarter. */
    @WithDefault("16777216")
    long bodyBudget();
}
