package io.tongban.province.delivery;

import io.tongban.province.ProvinceCode;
import io.tongban.province.profile.OffProvince;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** All versions of all provinces as they are at one moment, each with its lane. */
final class ProvinceChannels {
    private final Profiles profiles;
    private final Map<ProvinceProfile, ProvinceChannel> channels;
    /** The same, found without a look at all that a profile says: it is asked for with every call. */
    private final IdentityHashMap<ProvinceProfile, ProvinceChannel> byIdentity = new IdentityHashMap<>();

    /** @param channels one for each version in {@code profiles} */
    ProvinceChannels(Profiles profiles, Map<ProvinceProfile, ProvinceChannel> channels) {
        this.profiles = profiles;
        this.channels = Map.copyOf(channels);
        channels.forEach(byIdentity::put);
    }

    Optional<ProvinceChannel> inForce(ProvinceCode province, LocalDate day) {
        return profiles.inForce(province, day).map(this::channel);
    }

    /** The version in force on the day; else the next one to come, else the last one that was. */
    Optional<ProvinceChannel> nearest(ProvinceCode province, LocalDate day) {
        return profiles.nearest(province, day).map(this::channel);
    }

    Set<ProvinceCode> provinces() {
        return profiles.provinces();
    }

    /** Those that this gateway was told nothing of, by code. */
    Map<ProvinceCode, OffProvince> off() {
        return profiles.off();
    }

    Map<ProvinceProfile, ProvinceChannel> byVersion() {
        return channels;
    }

    private ProvinceChannel channel(ProvinceProfile profile) {
        return Objects.requireNonNull(byIdentity.get(profile), () -> "no lane for " + profile.file());
    }
}
