package io.tongban.gateway.platform.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.tongban.province.ProvinceInbox;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceRoutes;
import io.tongban.province.ProvinceSpool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** The way to the provinces and back; what their profiles leave open is configured under {@code tongban.province.*}. */
@ApplicationScoped
class ProvinceConfig {
    @Produces
    @Singleton
    ProvinceLink link(
            Config config,
            Clock clock,
            OpenTelemetry openTelemetry,
            MeterRegistry meters,
            ProvinceInbox inbox,
            ProvinceSpool spool) {
        return ProvinceRoutes.builder()
                .properties(name -> config.getOptionalValue(name, String.class))
                .profilesFolder(config.getOptionalValue("tongban.province.profiles-folder", Path.class))
                .aroundTheClock(config.getOptionalValue("tongban.province.around-the-clock", Boolean.class)
                        .orElse(false))
                .clock(clock)
                .openTelemetry(openTelemetry)
                .meterRegistry(meters)
                .inbox(inbox)
                .spool(spool)
                .build();
    }

    void close(@Disposes ProvinceLink link) {
        link.close();
    }
}
