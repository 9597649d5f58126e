package io.tongban.gateway.contribution.payout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code tongban.payouts.*}. */
@ConfigMapping(prefix = "tongban.payouts")
public interface PayoutConfig {
    /** How long after the end of the cut-off day a payout of before may still be reported; the month is closed then. */
    @WithDefault("PT48H")
    Duration reportWithin();

    /** How often months are looked for that have to be closed. */
    @WithDefault("PT1M")
    Duration closeEvery();
}
