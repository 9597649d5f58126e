package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.TransactionKind;
import io.tongban.province.profile.ProvinceProfile;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names of files, {@code KIND_OPERATOR_DAY_NNN}, as {@code docs/dialects/file.md} says. */
final class Names {
    private static final String PART = "[A-Za-z0-9-]{1,30}";

    private final ProvinceProfile profile;

    /** @throws IllegalStateException if a code or the operator cannot be part of a file's name */
    Names(ProvinceProfile profile) {
        this.profile = profile;
        Stream.concat(Stream.of(profile.operator()), kinds(profile).stream().map(kind -> code(profile, kind)))
                .filter(part -> !part.matches(PART))
                .findFirst()
                .ifPresent(part -> {
                    throw new IllegalStateException(profile.file() + ": \"" + part
                            + "\" cannot be part of a file's name; write letters, digits and -");
                });
    }

    /** The kinds of rows that the province takes. */
    static List<TransactionKind> kinds(ProvinceProfile profile) {
        return Stream.of(TransactionKind.REGISTER, TransactionKind.WITHHOLD)
                .filter(kind -> profile.capability(kind).sent())
                .toList();
    }

    static TransactionKind kind(Batch batch) {
        return Stream.of(TransactionKind.values())
                .filter(kind -> kind.word().equals(batch.kind()))
                .findFirst()
                .orElseThrow();
    }

    static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    static LocalDate day(Batch batch) {
        return LocalDate.parse(batch.day(), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Without an ending. */
    String of(Batch batch) {
        return String.format(
                Locale.ROOT,
                "%s_%s_%s_%03d",
                code(profile, kind(batch)),
                profile.operator(),
                batch.day(),
                batch.number());
    }

    private static String code(ProvinceProfile profile, TransactionKind kind) {
        return profile.transaction(kind).code();
    }
}
