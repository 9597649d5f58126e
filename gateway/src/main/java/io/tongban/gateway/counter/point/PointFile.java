package io.tongban.gateway.counter.point;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** The lines of a CSV file (RFC 4180), each a record of its own: what is wrong with one cannot swallow the next. */
final class PointFile {
    private PointFile() {}

    /** @throws ProblemException csv-head */
    static void requireHead(List<String> lines) {
        if (fields(lines.get(0)).filter(PointRow.HEAD::equals).isEmpty()) {
            throw new ProblemException(
                    ProblemType.CSV_HEAD, "The head is " + String.join(",", PointRow.HEAD), "/lines/0");
        }
    }

    /** Empty for what is no record. */
    static Optional<List<String>> fields(String line) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(line)) {
            return reader.stream().map(CsvRecord::getFields).findFirst();
        } catch (CsvParseException unreadable) {
            return Optional.empty();
        } catch (java.io.IOException ofAText) {
            throw new java.io.UncheckedIOException(ofAText);
        }
    }
}
