package io.tongban.gateway.contribution.mandate;

import io.tongban.gateway.platform.config.TableFile;
import java.time.YearMonth;
import java.util.List;

/** The highest contribution of a month, dated, from {@code highest-contribution.tsv}. */
record HighestContribution(List<Line> lines) {
    static final HighestContribution PUBLISHED = read();

    /** @return whole fen for one insurance and month; of a month before all lines, that of the first one */
    long fen(YearMonth month) {
        Line found = lines.get(0);
        for (Line line : lines) {
            if (!line.from.isAfter(month)) {
                found = line;
            }
        }
        return found.ceilingFen * found.basisPoints / 10_000;
    }

    /** One line; the mark is S (a source was read) or K (common knowledge of the field). */
    record Line(YearMonth from, long ceilingFen, long basisPoints, YearMonth reviewBy, String mark, String source) {}

    private static HighestContribution read() {
        return new HighestContribution(TableFile.rows(HighestContribution.class, "highest-contribution.tsv").stream()
                .map(HighestContribution::parse)
                .toList());
    }

    private static Line parse(String[] cells) {
        return new Line(
                YearMonth.parse(cells[0]),
                Long.parseLong(cells[3]),
                Long.parseLong(cells[4]),
                YearMonth.parse(cells[5]),
                cells[6],
                cells[7]);
    }
}
