package io.tongban.gateway.counter.approval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code tongban.approval.*}. */
@ConfigMapping(prefix = "tongban.approval")
public interface ApprovalConfig {
    /** So long a second person can sign: a worker stands at the counter meanwhile. */
    @WithDefault("PT15M")
    Duration lifetime();
}
