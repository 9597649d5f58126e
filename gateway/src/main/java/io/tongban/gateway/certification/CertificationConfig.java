package io.tongban.gateway.certification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code tongban.certification.*}. */
@ConfigMapping(prefix = "tongban.certification")
public interface CertificationConfig {
    /** So long an approval counts, and so long after its end a run can be approved. */
    @WithDefault("P365D")
    Duration approvedFor();
}
