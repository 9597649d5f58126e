package io.tongban.province.dialect.file;

import io.tongban.province.profile.ProvinceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands around the rows of a file, in both directions.
 *
 * @param header the first row; empty where there is none
 * @param totalFirst whether the total stands before the rows and not behind them
 */
record Frame(Optional<RowPattern> header, RowPattern total, boolean totalFirst) {
    static Frame of(ProvinceProfile profile) {
        return of(profile, "{day}");
    }

    /** @param day that the header has to say, where it says one */
    static Frame of(ProvinceProfile profile, String day) {
        String header = profile.options().text(FileOptions.HEADER).replace("{day}", day);
        String total = profile.options().text(FileOptions.TOTAL);
        String usual = RowText.of(profile).usualTotal();
        return new Frame(
                header.isEmpty() ? Optional.empty() : Optional.of(new RowPattern(header)),
                new RowPattern(total.isEmpty() ? usual : total),
                profile.options().text(FileOptions.TOTAL_AT).equals("start"));
    }

    /** Whether so many rows, and what they come to in fen, have room in the digits of the header and the total. */
    boolean holds(long rows, long fen) {
        return Stream.concat(header.stream(), Stream.of(total))
                .allMatch(row -> rows <= row.most(RowPattern.ROWS) && fen <= row.most(RowPattern.FEN));
    }

    List<String> before(Map<String, String> words) {
        List<String> rows = new ArrayList<>();
        header.ifPresent(pattern -> rows.add(pattern.with(words)));
        if (totalFirst) {
            rows.add(total.with(words));
        }
        return rows;
    }

    List<String> after(Map<String, String> words) {
        return totalFirst ? List.of() : List.of(total.with(words));
    }
}
