package io.tongban.province.dialect.file;

import io.tongban.province.TransactionKind;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/** Names of the files in which a province tells of a day. */
final class DayNames {
    private static final String PART = "[A-Za-z0-9-]{1,30}";

    private DayNames() {}

    /** With its folder. */
    static String of(ProvinceProfile profile, TransactionKind kind, LocalDate day) {
        NamePattern pattern = new NamePattern(profile.options().text(FileOptions.DAY_NAME));
        return profile.options().text(FileOptions.REPLY_FOLDER)
                + "/"
                + pattern.with(words(profile, kind, day))
                + Wrapping.of(profile).endingOfReplies();
    }

    private static Map<String, String> words(ProvinceProfile profile, TransactionKind kind, LocalDate day) {
        return Map.of(
                "kind", profile.transaction(kind).code(),
                "operator", profile.operator(),
                "day", profile.formats().written(Field.DAY, day));
    }

    /** @throws IllegalStateException if a code or a day cannot be part of a file's name */
    static void check(ProvinceProfile profile) {
        Stream.of(TransactionKind.DAY_TOTALS, TransactionKind.DAY_ITEMS)
                .filter(kind -> profile.capability(kind).sent())
                .flatMap(kind -> words(profile, kind, LocalDate.of(2026, 12, 31)).values().stream())
                .filter(part -> !part.matches(PART))
                .findFirst()
                .ifPresent(part -> {
                    throw new IllegalStateException(profile.file() + ": \"" + part
                            + "\" cannot be part of a file's name; write letters, digits and -");
                });
    }
}
