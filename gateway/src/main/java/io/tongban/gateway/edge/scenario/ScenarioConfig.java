package io.tongban.gateway.edge.scenario;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Settings of scenarios, {@code tongban.scenarios.*}. */
@ConfigMapping(prefix = "tongban.scenarios")
public interface ScenarioConfig {
    /** For sandboxes alone: whoever may send requests can then have them go wrong, its own and no others. */
    @WithDefault("false")
    boolean enabled();

    /** Where simulated provinces are told what to play for an order; without it none does. */
    Optional<URI> provinces();
}
