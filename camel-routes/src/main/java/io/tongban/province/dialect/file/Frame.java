package io.tongban.province.dialect.file;

import io.tongban.province.profile.ProvinceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands around the rows of a file, in both directions.
 *
 * @param header the first row; empty where there is none
 * @param totalFirst whether the total stands before the rows and not behind them
 */
record Frame(Optional<RowPattern> header, RowPattern total, boolean totalFirst) {
    static Frame of(ProvinceProfile profile) {
        String header = profile.options().text(FileOptions.HEADER);
        String total = profile.options().text(FileOptions.TOTAL);
        String delimiter = profile.options().text(FileOptions.DELIMITER);
        String usual = String.join(delimiter, "TOTAL", "{rows}", "{fen}");
        return new Frame(
                header.isEmpty() ? Optional.empty() : Optional.of(new RowPattern(header)),
                new RowPattern(total.isEmpty() ? usual : total),
                profile.options().text(FileOptions.TOTAL_AT).equals("start"));
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
