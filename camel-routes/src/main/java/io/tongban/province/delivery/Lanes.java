package io.tongban.province.delivery;

import io.tongban.province.ProvinceCode;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** All versions of all provinces as they are at one moment, each with its lane. */
final class Lanes {
    private final Profiles profiles;
    private final Map<ProvinceProfile, Lane> lanes;
    /** The same, found without a look at all that a profile says: it is asked for with every call. */
    private final IdentityHashMap<ProvinceProfile, Lane> byIdentity = new IdentityHashMap<>();

    /** @param lanes one for each version in {@code profiles} */
    Lanes(Profiles profiles, Map<ProvinceProfile, Lane> lanes) {
        this.profiles = profiles;
        this.lanes = Map.copyOf(lanes);
        lanes.forEach(byIdentity::put);
    }

    Optional<Lane> inForce(ProvinceCode province, LocalDate day) {
        return profiles.inForce(province, day).map(this::lane);
    }

    /** The version in force on the day; else the next one to come, else the last one that was. */
    Optional<Lane> nearest(ProvinceCode province, LocalDate day) {
        return profiles.nearest(province, day).map(this::lane);
    }

    Set<ProvinceCode> provinces() {
        return profiles.provinces();
    }

    Map<ProvinceProfile, Lane> byVersion() {
        return lanes;
    }

    private Lane lane(ProvinceProfile profile) {
        return Objects.requireNonNull(byIdentity.get(profile), () -> "no lane for " + profile.file());
    }
}
