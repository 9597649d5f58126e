package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.TransactionKind;
import io.tongban.province.profile.ProvinceProfile;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names of files, {@code KIND_OPERATOR_DAY_NNN} where a profile says no other. */
final class Names {
    private static final String PART = "[A-Za-z0-9-]{1,30}";

    private final ProvinceProfile profile;
    private final NamePattern request;
    private final NamePattern reply;
    private final String requestFolder;
    private final String replyFolder;
    private final Wrapping wrapping;

    /** @throws IllegalStateException if a code or the operator cannot be part of a file's name */
    Names(ProvinceProfile profile) {
        this.profile = profile;
        this.request = new NamePattern(profile.options().text(FileOptions.NAME));
        this.reply = new NamePattern(profile.options().text(FileOptions.REPLY_NAME));
        this.requestFolder = profile.options().text(FileOptions.REQUEST_FOLDER) + "/";
        this.replyFolder = profile.options().text(FileOptions.REPLY_FOLDER) + "/";
        this.wrapping = Wrapping.of(profile);
        Completion.refuseShared(profile, someReply());
        Stream.concat(Stream.of(profile.operator()), kinds(profile).stream().map(kind -> code(profile, kind)))
                .filter(part -> !part.matches(PART))
                .findFirst()
                .ifPresent(part -> {
                    throw new IllegalStateException(profile.file() + ": \"" + part
                            + "\" cannot be part of a file's name; write letters, digits and -");
                });
    }

    /** The name of the first reply to a file, as far as that is the same for all. */
    private String someReply() {
        String file = request.text();
        return reply.with(Map.of(
                "name", file.substring(0, file.lastIndexOf('.')),
                "kind", "{kind}",
                "operator", "{operator}",
                "day", "{day}",
                "again", ""));
    }

    /** The kinds of rows that the province takes. */
    static List<TransactionKind> kinds(ProvinceProfile profile) {
        return Stream.of(TransactionKind.values())
                .filter(kind -> kind.hasEffect() && profile.capability(kind).sent())
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

    /** How a file is called in logs: its name without ending. */
    String of(Batch batch) {
        String name = name(batch);
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** As it stands in its archive, if it is packed. */
    String name(Batch batch) {
        return request.with(words(batch));
    }

    /** What the words of a name or a header stand for. */
    Map<String, String> words(Batch batch) {
        return Map.of(
                "kind", code(profile, kind(batch)),
                "operator", profile.operator(),
                "day", batch.day(),
                "number", Integer.toString(batch.number()));
    }

    /** With its folder. */
    String data(Batch batch) {
        return requestFolder + name(batch) + wrapping.endingOfRequests();
    }

    /** @param number of the reply to this file, from 1 */
    String reply(Batch batch, int number) {
        String again = number == 1 ? "" : Integer.toString(number);
        Map<String, String> words = new HashMap<>(words(batch));
        words.put("name", of(batch));
        words.put("again", again);
        return replyFolder + reply.with(words) + wrapping.endingOfReplies();
    }

    /** Whether a reply answers all files of a kind and a day, and not one. */
    boolean repliesOfDay() {
        return NamePattern.isReplyOfDay(reply.text());
    }

    /** Whether a row that a reply leaves out may still be answered by a later one. */
    boolean leftOutWaits() {
        return repliesOfDay() || profile.options().text(FileOptions.LEFT_OUT).equals("waits");
    }

    private static String code(ProvinceProfile profile, TransactionKind kind) {
        return profile.transaction(kind).code();
    }
}
