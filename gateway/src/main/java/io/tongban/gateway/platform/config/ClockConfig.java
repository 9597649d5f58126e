package io.tongban.gateway.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/**
 * The one clock; everyone else has it injected. It ticks in whole milliseconds, which is what the contract and the
 * database hold, so that a moment is the same before and after it was stored; and its days and months are those by which
 * the insurances reckon.
 */
@ApplicationScoped
public class ClockConfig {
    /** Where cut-offs and calendars are. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(ZONE);
    }
}
