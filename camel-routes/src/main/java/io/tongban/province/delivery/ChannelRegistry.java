package io.tongban.province.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.province.profile.ProfileSource;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lanes in service, exchanged as a whole when profiles change. The lane of a version that stays word for word the
 * same stays, with all that it has learnt; one that goes is stopped when the calls in it have ended.
 */
final class ChannelRegistry {
    static final String REFUSED = "tongban.province.profiles.refused";

    private static final Logger LOG = LoggerFactory.getLogger(ChannelRegistry.class);

    private final ProfileSource source;
    private final RouteContext routes;
    private final LongSupplier nanos;
    private final Counter refused;
    private final ChannelGauges gauges;
    private final List<Leaving> leaving = new ArrayList<>();
    private volatile ProvinceChannels channels;

    /** @throws RuntimeException if a profile is wrong, or its route does not start */
    ChannelRegistry(ProfileSource source, RouteContext routes, LongSupplier nanos, MeterRegistry meters) {
        this.source = source;
        this.routes = routes;
        this.nanos = nanos;
        this.refused = Counter.builder(REFUSED)
                .description("Changes of profiles that were not taken over")
                .register(meters);
        this.gauges = new ChannelGauges(meters);
        this.channels = channels(source.read(), Map.of());
        tell();
        gauges.show(channels.byVersion().values());
    }

    ProvinceChannels now() {
        return channels;
    }

    /** @return what is wrong; empty if the profiles are in force as they are now */
    synchronized Optional<String> reload() {
        Map<ProvinceProfile, ProvinceChannel> before = channels.byVersion();
        try {
            channels = channels(source.read(), before);
        } catch (RuntimeException e) {
            refused.increment();
            String why = String.valueOf(e.getMessage());
            LOG.warn("the profiles stay as they were: {}", why);
            return Optional.of(why);
        }
        before.values().stream()
                .filter(channel -> !channels.byVersion().containsValue(channel))
                .forEach(this::dismiss);
        gauges.show(channels.byVersion().values());
        tell();
        sweep();
        return Optional.empty();
    }

    private ProvinceChannels channels(Profiles profiles, Map<ProvinceProfile, ProvinceChannel> before) {
        Map<ProvinceProfile, ProvinceChannel> next = new LinkedHashMap<>();
        try {
            for (ProvinceProfile profile : profiles.versions()) {
                ProvinceChannel known = before.get(profile);
                next.put(profile, known == null ? routes.open(profile) : known);
            }
        } catch (RuntimeException e) {
            next.values().stream()
                    .filter(channel -> !before.containsValue(channel))
                    .forEach(routes::close);
            throw e;
        }
        return new ProvinceChannels(profiles, next);
    }

    private void tell() {
        LOG.info("{} profiles in service: {}", channels.byVersion().size(), channels.provinces());
        if (!channels.off().isEmpty()) {
            LOG.info(
                    "off, because no property is set that their profiles ask for (tongban.province.CODE.endpoint and"
                            + " others): {}",
                    channels.off().keySet());
        }
    }

    private void dismiss(ProvinceChannel channel) {
        channel.usage().finish();
        leaving.add(
                new Leaving(channel, nanos.getAsLong() + channel.longestUse().toNanos()));
    }

    /** Stops what has left service and is idle, or has been used for longer than any call can take. */
    synchronized void sweep() {
        leaving.removeIf(left -> {
            boolean over = left.channel().usage().idle() || left.until() - nanos.getAsLong() < 0;
            if (over) {
                routes.close(left.channel());
            }
            return over;
        });
    }

    private record Leaving(ProvinceChannel channel, long until) {}
}
