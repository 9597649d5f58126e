package io.tongban.gateway.counter.day;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The lines of a day as a file that a spreadsheet opens, and in which it computes nothing. */
final class DayCsv {
    private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

    private DayCsv() {}

    static String of(List<Balance.Line> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("operator", "point", "means", "operation", "count", "amountFen");
            for (Balance.Line line : lines) {
                csv.writeRecord(
                        defused(line.operator()),
                        defused(line.point()),
                        line.means(),
                        line.operation().name(),
                        String.valueOf(line.count()),
                        String.valueOf(line.fen()));
            }
        } catch (IOException ofAText) {
            throw new UncheckedIOException(ofAText);
        }
        return text.toString();
    }

    /** Names of banks are of a form that no formula has; this holds whatever they become. */
    static String defused(String text) {
        return !text.isEmpty() && BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
