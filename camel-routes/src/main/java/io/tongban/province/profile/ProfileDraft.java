package io.tongban.province.profile;

import io.tongban.province.dated.DataFileException;
import io.tongban.province.dated.DataFiles;
import io.tongban.province.dated.YamlEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One profile on its own, as whoever writes it has it before there is a system to call. What its placeholders stand for
 * may not be known yet; then something of the right form stands in, and is named.
 *
 * @param standIns names of the properties that are not set
 */
public record ProfileDraft(ProvinceProfile profile, Set<String> standIns) {
    private static final String ALWAYS_THERE = "postgresql";
    private static final String LOOPBACK = "127.0.0.1:9";
    /** Of every form that an option of a dialect asks for. */
    private static final List<String> FORMS = List.of(
            "stand-in",
            "SHA256:" + "A".repeat(43),
            "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
            "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                    + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");

    public ProfileDraft {
        standIns = Set.copyOf(standIns);
    }

    /**
     * @param properties what the placeholders stand for, as far as it is set
     * @throws DataFileException of all mistakes, if there are any
     */
    public static ProfileDraft read(
            Path file, Collection<DialectNeeds> dialects, Function<String, Optional<String>> properties) {
        String name = String.valueOf(file.getFileName());
        String text = text(file);
        Set<String> missing = new TreeSet<>();
        YamlEntry root = YamlEntry.document(name, text);
        Optional<DialectNeeds> needs = root.find("dialect")
                .flatMap(entry -> dialects.stream()
                        .filter(each -> each.name().equals(entry.text()))
                        .findFirst());
        Function<String, Optional<String>> filled =
                property -> properties.apply(property).or(() -> {
                    // What may be missing says itself what is usual.
                    boolean mayBeMissing = text.contains("${" + property + ":");
                    Optional<String> standIn = mayBeMissing
                            ? Optional.empty()
                            : needs.flatMap(each -> standIn(each, property, root.find("options")));
                    standIn.ifPresent(any -> missing.add(property));
                    return standIn;
                });
        return new ProfileDraft(new ProfileReader(dialects, filled).read(name, text), missing);
    }

    private static Optional<String> standIn(DialectNeeds needs, String property, Optional<YamlEntry> options) {
        String word = property.substring(property.lastIndexOf('.') + 1);
        if (word.equals("endpoint")) {
            String scheme = scheme(needs, options);
            return Optional.of(scheme + "://" + LOOPBACK + (needs.addressOnly() ? "" : "/stand-in"));
        }
        if (word.equals("password")) {
            // As narrow as the narrowest place of a frame.
            return Optional.of("x");
        }
        return needs.options().stream()
                .filter(option -> option.name().equals(word))
                .findFirst()
                .map(option -> FORMS.stream().filter(option.form()).findFirst())
                // What says nothing of itself elsewhere is a name. A default is taken by itself.
                .orElse(Optional.of("stand-in"));
    }

    /** One for which the profile's options are meant; of databases the one whose driver is always there. */
    private static String scheme(DialectNeeds needs, Optional<YamlEntry> options) {
        Set<String> schemes = new TreeSet<>(needs.schemes());
        return schemes.contains(ALWAYS_THERE)
                ? ALWAYS_THERE
                : schemes.stream()
                        .filter(scheme -> needs.options().stream()
                                .allMatch(option -> option.fitsScheme(
                                        scheme,
                                        options.flatMap(given -> given.find(option.name()))
                                                .isPresent())))
                        .findFirst()
                        .orElse(schemes.iterator().next());
    }

    private static String text(Path file) {
        try {
            return DataFiles.read(file);
        } catch (IOException e) {
            throw new DataFileException(file.toString(), "is not a file that can be read; name a profile");
        }
    }
}
