package io.tongban.gateway.certification;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The suites that there are here; none in production. */
@ApplicationScoped
class Suites {
    private final Map<String, Suite> shipped;

    @Inject
    Suites(@ConfigProperty(name = "tongban.scenarios.enabled", defaultValue = "false") boolean sandbox) {
        this.shipped = sandbox ? Map.of(Suite.PLATFORM, Suite.shipped(Suite.PLATFORM)) : Map.of();
    }

    /** @throws ProblemException suite-unknown */
    Suite named(String name) {
        Suite suite = shipped.get(name);
        if (suite == null) {
            throw new ProblemException(ProblemType.SUITE_UNKNOWN);
        }
        return suite;
    }

    /** Whether a suite has this version now. */
    boolean hasVersion(String name, String version) {
        Suite suite = shipped.get(name);
        return suite != null && suite.version().equals(version);
    }
}
