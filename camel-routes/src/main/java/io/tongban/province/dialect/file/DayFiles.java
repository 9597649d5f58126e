package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.DialectReply;
import io.tongban.province.dialect.LastHeard;
import io.tongban.province.dialect.SignInPatience;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Looks for the file in which the province tells of a day: its totals, or its items. Nothing is asked for; the file is
 * there or it is not, and it is read in a session of its own.
 */
final class DayFiles {
    /** Of items in one answer, so that no more are in memory. */
    static final int PAGE = 10_000;
    /** Reply time-outs that reading a whole file may take. */
    private static final int LONGEST = 12;

    private final ProvinceProfile profile;
    private final ServerDoor door;
    private final FarFiles files;
    private final Completion completion;
    private final SignInPatience patience;

    /** @throws IllegalStateException if no file could be named as the profile says */
    DayFiles(ProvinceProfile profile, ServerDoor door) {
        this.profile = profile;
        this.door = door;
        this.files = new FarFiles(profile);
        this.completion = Completion.ofReplies(profile, profile.options().text(FileOptions.DAY_NAME));
        this.patience = new SignInPatience(profile.code().value());
        DayNames.check(profile);
    }

    /** @throws CallFailed if there is no session, or the file cannot be what it should be */
    DialectReply read(ProvinceCommand.DayQuery query) {
        patience.requireOver(System.nanoTime());
        try (RemoteFolder folder = opened()) {
            return read(folder, query);
        }
    }

    private DialectReply read(RemoteFolder folder, ProvinceCommand.DayQuery query) {
        try {
            return found(folder, query);
        } catch (IOException e) {
            throw new CallFailed(folder.refusal(e).isPresent() ? UnknownCause.FAILED : UnknownCause.CONNECTION_CUT);
        }
    }

    private RemoteFolder opened() {
        try {
            RemoteFolder folder = door.open(profile);
            patience.signedIn(System.nanoTime());
            return folder;
        } catch (CallFailed e) {
            patience.failed(e.reason(), System.nanoTime());
            throw e;
        }
    }

    private DialectReply found(RemoteFolder folder, ProvinceCommand.DayQuery query) throws IOException {
        String name = DayNames.of(profile, TransactionKind.of(query), query.day());
        Runnable inTime = deadline();
        if (!completion.isComplete(folder, name) || !folder.has(name) || !completion.fits(folder, name, inTime)) {
            return new DialectReply.NotYet(null);
        }
        TotalledFile file = files.day(() -> folder.read(name), inTime, query.day());
        LastHeard.note(file::heard);
        return answer(file, query);
    }

    /** @throws CallFailed as unreadable if this is no such file */
    Answer answer(TotalledFile.Source source, ProvinceCommand.DayQuery query, Runnable beforeEach) throws IOException {
        return answer(files.day(source, beforeEach, query.day()), query);
    }

    private Answer answer(TotalledFile file, ProvinceCommand.DayQuery query) throws IOException {
        DayRows rows = new DayRows(profile, TransactionKind.of(query));
        long first = query instanceof ProvinceCommand.QueryDayItems items ? (items.page() - 1L) * PAGE : 0;
        // One page is small enough to be kept until the total below it is known: the file is read once.
        if (!file.check(row -> rows.take(row, first, PAGE))) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        Map<Field, String> fields = fields(query);
        if (query instanceof ProvinceCommand.QueryDayItems items && rows.passed() > first + PAGE) {
            fields.put(Field.PAGE, Integer.toString(items.page()));
        }
        return new Answer(fields, rows.taken());
    }

    /** What a file does not say of itself, because it was not asked for. */
    private Map<Field, String> fields(ProvinceCommand.DayQuery query) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.SERIAL, profile.formats().written(query.serial()));
        fields.put(Field.RETURN_CODE, profile.okCode());
        return fields;
    }

    private Runnable deadline() {
        long end = System.nanoTime()
                + profile.timeouts().reply().multipliedBy(LONGEST).toNanos();
        return () -> {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new CallFailed(UnknownCause.TIMEOUT);
            }
        };
    }
}
