package io.tongban.gateway.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock; everyone else has it injected. */
@ApplicationScoped
class ClockConfig {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
