package io.tongban.province.dialect.file;

import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.time.LocalDate;

/** How the files of one province are read. */
final class FarFiles {
    /** A reply has its request's rows, and some may be in it more than once. */
    private static final long LINES_A_ROW = 4;

    /** Of a province with twenty million insured whose month is booked within five days. */
    private static final long LINES_OF_A_DAY = 4_000_000;

    private final ProvinceProfile profile;
    private final RowText text;
    private final Wrapping wrapping;

    FarFiles(ProvinceProfile profile) {
        this.profile = profile;
        this.wrapping = Wrapping.of(profile);
        this.text = RowText.of(profile);
    }

    TotalledFile open(RemoteFolder folder, String name, TransferLease lease) {
        return open(() -> folder.read(name), lease::check);
    }

    /** @param beforeEach done before each line */
    TotalledFile open(TotalledFile.Source source, Runnable beforeEach) {
        boolean ofDay = NamePattern.isReplyOfDay(profile.options().text(FileOptions.REPLY_NAME));
        long lines = ofDay ? LINES_OF_A_DAY : LINES_A_ROW * profile.options().number(FileOptions.ROWS) + 2;
        return open(source, beforeEach, lines, Frame.of(profile));
    }

    /** One that tells of a day, whose header must say so where it says a day. */
    TotalledFile day(TotalledFile.Source source, Runnable beforeEach, LocalDate day) {
        return open(
                source,
                beforeEach,
                LINES_OF_A_DAY,
                Frame.of(profile, profile.formats().written(Field.DAY, day)));
    }

    private TotalledFile open(TotalledFile.Source source, Runnable beforeEach, long lines, Frame frame) {
        return new TotalledFile(
                source,
                text,
                new TotalledFile.Bounds(profile.limits().frameBytes(), lines, frame, wrapping, beforeEach));
    }
}
