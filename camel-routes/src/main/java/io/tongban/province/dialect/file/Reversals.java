package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for files that take back what was booked. To read one twice is harmless, but costs. */
final class Reversals {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final int MOMENT_LENGTH = 14;
    private static final String START = "REVERSED_";
    private static final int MOST_REMEMBERED = 10_000;

    private final ProvinceProfile profile;
    private final FileContext context;
    private final WarnOnce warnings;
    private final FarFiles files;
    private final RowText text;
    private final List<Slot> layout;
    private final Completion completion;
    private final String replyFolder;
    private final Pattern name;
    /** Names with size and time, so that one that was replaced is read again. */
    private final Set<String> read = new LinkedHashSet<>();

    Reversals(ProvinceProfile profile, FileContext context, WarnOnce warnings) {
        this.profile = profile;
        this.context = context;
        this.warnings = warnings;
        this.files = new FarFiles(profile);
        this.text = RowText.of(profile);
        this.layout = profile.heads().reply().stream()
                .filter(slot -> slot.field() == Field.SERIAL)
                .flatMap(serial -> Stream.of(serial, new Slot(Field.BOOKED_AT, MOMENT_LENGTH, "")))
                .toList();
        this.completion = Completion.ofReplies(profile, START + "{day}_{number}.rep");
        this.replyFolder = profile.options().text(FileOptions.REPLY_FOLDER);
        String ending = ".rep" + Wrapping.of(profile).endingOfReplies();
        this.name = Pattern.compile(START + "[0-9]{8}_[0-9]{3,6}" + Pattern.quote(ending));
    }

    void look(RemoteFolder folder, TransferLease lease) throws IOException {
        // With what lies beside them.
        Map<String, String> there = folder.list(replyFolder, file -> file.contains(START));
        for (Map.Entry<String, String> file : there.entrySet()) {
            String state = file.getKey() + " " + file.getValue();
            if (name.matcher(file.getKey()).matches()
                    && there.containsKey(completion.lastOf(file.getKey()))
                    && !read.contains(state)) {
                take(folder, file.getKey(), state, lease);
            }
        }
    }

    private void take(RemoteFolder folder, String name, String state, TransferLease lease) throws IOException {
        if (!completion.fits(folder, replyFolder + "/" + name, lease::check)) {
            warnings.about(name, "its checksum is another, left for later, as of " + state);
            return;
        }
        TotalledFile file = files.open(folder, replyFolder + "/" + name, lease);
        try {
            if (!file.check(this::nothing)) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            file.rows(row -> {
                List<String> values = text.split(layout, row);
                context.arrivals().reversed(profile, ours(values), moment(values));
            });
        } catch (CallFailed e) {
            if (e.reason() == UnknownCause.UNREADABLE || e.reason() == UnknownCause.CHANGED_WHILE_READ) {
                context.arrivals().unreadable(profile, e, file.heard());
                warnings.about(name, e.reason().word() + ", left for later, as of " + state);
                return;
            }
            throw e;
        }
        warnings.settled(name);
        read.add(state);
        if (read.size() > MOST_REMEMBERED) {
            read.remove(read.iterator().next());
        }
    }

    /** The serial of ours that it says; empty if it says none. */
    private String ours(List<String> row) {
        return profile.formats().ours(row.get(0)).orElse("");
    }

    /** Its total has no amounts. */
    private long nothing(byte[] line) {
        List<String> row = text.split(layout, line);
        if (row.size() != 2 || !ours(row).matches("[!-~]{1,40}")) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        moment(row);
        return 0;
    }

    private static Instant moment(List<String> row) {
        try {
            return LocalDateTime.parse(row.get(1), MOMENT)
                    .atZone(ProvinceProfile.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }
}
