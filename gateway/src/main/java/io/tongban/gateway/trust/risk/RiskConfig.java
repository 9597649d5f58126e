package io.tongban.gateway.trust.risk;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** {@code tongban.risk.*}. */
@ConfigMapping(prefix = "tongban.risk")
public interface RiskConfig {
    /** The agency's rules; without it none holds. */
    Optional<Path> rules();
}
