package io.tongban.gateway.contribution.coverage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code tongban.coverage.*}: how often all persons' cover is gone through. */
@ConfigMapping(prefix = "tongban.coverage")
public interface CoverageConfig {
    /** One run in each of these, counted from midnight in Shanghai. */
    @WithDefault("PT24H")
    Duration every();

    /** How often it is looked whether a run is due, or was left unfinished by a node that is gone. */
    @WithDefault("5m")
    String look();
}
