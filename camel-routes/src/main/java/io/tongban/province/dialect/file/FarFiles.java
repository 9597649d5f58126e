package io.tongban.province.dialect.file;

import io.tongban.province.profile.ProvinceProfile;

/** How the files of one province are read. */
final class FarFiles {
    /** A reply has its request's rows, and some may be in it more than once. */
    private static final long LINES_A_ROW = 4;

    private final ProvinceProfile profile;
    private final RowText text;
    private final Wrapping wrapping;

    FarFiles(ProvinceProfile profile) {
        this.profile = profile;
        this.wrapping = Wrapping.of(profile);
        this.text = new RowText(profile.charset(), profile.options().text(FileOptions.DELIMITER));
    }

    TotalledFile open(RemoteFolder folder, String name, TransferLease lease) {
        return open(() -> folder.read(name), lease::check);
    }

    /** @param beforeEach done before each line */
    TotalledFile open(TotalledFile.Source source, Runnable beforeEach) {
        return new TotalledFile(
                source,
                text,
                new TotalledFile.Bounds(
                        profile.charset(),
                        profile.limits().frameBytes(),
                        LINES_A_ROW * profile.options().number(FileOptions.ROWS) + 2,
                        Frame.of(profile),
                        wrapping,
                        beforeEach));
    }
}
