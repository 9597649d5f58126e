package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.ProvinceTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Puts answers into a reply. */
final class ReplyText {
    private final DialectSettings dialectSettings;
    private final TextFormat format;

    ReplyText(DialectSettings dialectSettings) {
        this.dialectSettings = dialectSettings;
        this.format = dialectSettings.format();
    }

    /** What is answered to one row. */
    record Row(String serial, Answer answer, String message) {
        Row(String serial, Answer answer) {
            this(serial, answer, ReturnCode.of(answer).message());
        }
    }

    String refusal(RefusedFileException why) {
        return format.line("REFUSED", why.code(), String.valueOf(why.getMessage()));
    }

    String rows(FileKind kind, List<Row> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(kind, row)));
        return text.toString();
    }

    /** @param more than the rows' own sum, in fen */
    String total(List<Row> rows, long more) {
        long sum = rows.stream()
                .mapToLong(row -> row.answer() instanceof Answer.Booked booked ? booked.amountFen() : 0)
                .sum();
        return format.line("TOTAL", rows.size(), sum + more);
    }

    String reversals(Collection<String> serials, Instant at) {
        StringBuilder text = new StringBuilder();
        serials.forEach(serial -> text.append(format.line(serial, ProvinceTime.second(at))));
        return text + format.line("TOTAL", serials.size(), 0);
    }

    private String line(FileKind kind, Row row) {
        String code = dialectSettings.returnCode(ReturnCode.of(row.answer()));
        if (kind == FileKind.REGISTER) {
            String person = row.answer() instanceof Answer.Registered registered ? registered.personNumber() : "";
            return format.line(row.serial(), code, row.message(), person);
        }
        if (kind != FileKind.WITHHOLD) {
            String receipt = row.answer() instanceof Answer.Changed changed ? changed.receiptNumber() : "";
            return format.line(row.serial(), code, row.message(), receipt);
        }
        return row.answer() instanceof Answer.Booked booked
                ? format.line(
                        row.serial(),
                        code,
                        row.message(),
                        booked.receiptNumber(),
                        booked.amountFen(),
                        ProvinceTime.second(booked.bookedAt()))
                : format.line(row.serial(), code, row.message(), "", "", "");
    }
}
