package io.tongban.province.delivery;

import io.tongban.province.ProvinceLink;
import io.tongban.province.dated.FolderWatch;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Serials;
import io.tongban.province.profile.ProfileSource;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Puts the delivery together.
 *
 * @param dialects closed with the link; if the start fails, they are the caller's to close
 * @param lookEvery how often the folder of profiles is looked at
 */
public record DeliveryFactory(
        ProfileSource source,
        Collection<Dialect> dialects,
        Serials serials,
        Telemetry telemetry,
        Time time,
        Duration lookEvery) {
    /** @throws RuntimeException if a profile is wrong, or its route does not start */
    public ProvinceLink link() {
        RouteContext routes = new RouteContext(dialects, telemetry, time);
        try {
            Optional<FolderWatch> watch = source.watch();
            ChannelRegistry registry = new ChannelRegistry(source, routes, time.nanos(), telemetry.meters());
            ProfileReloader reloader = new ProfileReloader(registry, watch, lookEvery);
            reloader.begin();
            return new Delivery(registry, serials, time.clock(), () -> {
                reloader.end();
                routes.stop();
                dialects.forEach(Dialect::close);
            });
        } catch (RuntimeException e) {
            routes.stop();
            throw e;
        }
    }
}
