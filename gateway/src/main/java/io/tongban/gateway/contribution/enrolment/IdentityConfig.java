package io.tongban.gateway.contribution.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How many names may not belong to their citizen numbers before a partner is stopped, {@code tongban.identity.*}. */
@ConfigMapping(prefix = "tongban.identity")
public interface IdentityConfig {
    /** For one person, by one partner. */
    @WithDefault("5")
    int mismatchesPerPerson();

    /** For all persons, where nothing else is said for the partner. */
    @WithDefault("200")
    int mismatches();

    /** The same for single partners, by client id. */
    Map<String, Integer> partners();

    @WithDefault("P1D")
    Duration window();
}
