package io.tongban.province.profile;

import io.tongban.province.ProvinceCode;
import io.tongban.province.dated.DataFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All versions of all provinces, as read once. A province has at most one version on any day; a shipped one of which no
 * property is set is off.
 */
public final class Profiles {
    private final List<ProvinceProfile> versions;
    private final Map<ProvinceCode, List<ProvinceProfile>> byProvince;

    private final Map<ProvinceCode, OffProvince> off;

    private Profiles(List<ProvinceProfile> versions, Map<ProvinceCode, OffProvince> off) {
        this.versions = versions;
        this.off = off;
        this.byProvince = versions.stream()
                .collect(Collectors.groupingBy(ProvinceProfile::code, TreeMap::new, Collectors.toUnmodifiableList()));
    }

    /**
     * Reads the profiles of this module, and those of a folder, whose files replace shipped ones of the same name.
     *
     * @param properties what the placeholders of the files stand for
     * @throws DataFileException if one file is wrong, or two say different things of the same day
     */
    public static Profiles read(
            Collection<DialectNeeds> dialects, Function<String, Optional<String>> properties, Optional<Path> folder) {
        return read(dialects, properties, folder, Optional.empty());
    }

    /**
     * As above.
     *
     * @param only the one province that is of interest, which is then meant to run; its files are those whose names
     *     begin with its code
     */
    static Profiles read(
            Collection<DialectNeeds> dialects,
            Function<String, Optional<String>> properties,
            Optional<Path> folder,
            Optional<ProvinceCode> only) {
        ProfileReader reader = new ProfileReader(dialects, properties);
        List<ProvinceProfile> versions = new ArrayList<>();
        Map<ProvinceCode, OffProvince> off = new TreeMap<>();
        Map<String, ProfileFile> files = ProfileFiles.all(folder);
        only.ifPresent(code -> files.keySet().removeIf(file -> !file.startsWith(code + "-")));
        files.forEach((name, file) -> {
            Optional<OffProvince> none =
                    file.shipped() && only.isEmpty() ? reader.off(name, file.text()) : Optional.empty();
            if (none.isPresent()) {
                off.put(none.get().code(), none.get());
                return;
            }
            ProvinceProfile profile = reader.read(name, file.text());
            versions.forEach(other -> refuseOverlap(profile, other));
            versions.add(profile);
        });
        versions.forEach(profile -> off.remove(profile.code()));
        versions.sort(Comparator.comparing(ProvinceProfile::code)
                .thenComparing(profile -> profile.validity().from()));
        return new Profiles(List.copyOf(versions), Collections.unmodifiableMap(off));
    }

    private static void refuseOverlap(ProvinceProfile one, ProvinceProfile other) {
        if (one.code().equals(other.code()) && one.validity().overlaps(other.validity())) {
            throw new DataFileException(
                    one.file(),
                    "is in force on days on which " + other.file()
                            + " is, for the same province; end one with valid.to");
        }
    }

    /** The same, as if no province ever closed. */
    public Profiles aroundTheClock() {
        return new Profiles(
                versions.stream().map(profile -> profile.with(Hours.ALWAYS)).toList(), off);
    }

    /** All versions, by province, then by date. */
    public List<ProvinceProfile> versions() {
        return versions;
    }

    /** The shipped provinces that are off, by code. */
    public Map<ProvinceCode, OffProvince> off() {
        return off;
    }

    public Set<ProvinceCode> provinces() {
        return Collections.unmodifiableSet(byProvince.keySet());
    }

    public Optional<ProvinceProfile> inForce(ProvinceCode province, LocalDate day) {
        return of(province).stream()
                .filter(profile -> profile.validity().covers(day))
                .findFirst();
    }

    /** The version in force on the day; else the next one to come, else the last one that was. */
    public Optional<ProvinceProfile> nearest(ProvinceCode province, LocalDate day) {
        List<ProvinceProfile> all = of(province);
        return inForce(province, day)
                .or(() -> all.stream()
                        .filter(profile -> profile.validity().from().isAfter(day))
                        .findFirst())
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1)));
    }

    private List<ProvinceProfile> of(ProvinceCode province) {
        return byProvince.getOrDefault(province, List.of());
    }
}
