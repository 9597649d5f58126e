package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.DayBook;
import io.tongban.sandbox.province.DayEntry;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Transaction;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what was booked on each of the last days into files, and again where a day is another by now. */
final class DayPress {
    private static final int DAYS = 10;
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final ExchangeFolder folder;
    private final DialectSettings dialectSettings;
    private final DayBook book;
    private final String operator;
    private final Clock clock;
    private final Map<String, String> written = new HashMap<>();
    private Instant next = Instant.MIN;

    DayPress(ExchangeFolder folder, DialectSettings dialectSettings, DayBook book, String operator, Clock clock) {
        this.folder = folder;
        this.dialectSettings = dialectSettings;
        this.book = book;
        this.operator = operator;
        this.clock = clock;
    }

    void round() throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        LocalDate today = ProvinceTime.day(now);
        for (int back = 0; back < DAYS; back++) {
            LocalDate day = today.minusDays(back);
            write(Transaction.DAY_TOTALS, day, totals(day));
            write(Transaction.DAY_ITEMS, day, items(day));
        }
    }

    private void write(Transaction transaction, LocalDate day, String text) throws IOException {
        String name = dialectSettings.dayCode(transaction) + "_" + operator + "_" + ProvinceTime.date(day) + ".txt";
        if (!text.equals(written.get(name))) {
            folder.write(name, dialectSettings.format().bytes(text));
            folder.mark(name);
            written.put(name, text);
        }
    }

    private String totals(LocalDate day) {
        Answer.DayTotals totals = book.totals(day);
        StringBuilder text = new StringBuilder();
        for (Answer.DayTotal total : totals.totals()) {
            text.append(line(
                    totals.day(),
                    total.command(),
                    dialectSettings.codes().kindOf(total.kind()),
                    total.count(),
                    total.fen()));
        }
        long fen = totals.totals().stream().mapToLong(Answer.DayTotal::fen).sum();
        return text + dialectSettings.format().line("TOTAL", totals.totals().size(), fen);
    }

    private String items(LocalDate day) {
        List<DayEntry> entries = book.entries(day, Transaction.DAY_ITEMS);
        LocalDate told = book.told(day, Transaction.DAY_ITEMS);
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(line(told, entry.command(), entry.serial(), entry.fen())));
        long fen = entries.stream().mapToLong(DayEntry::fen).sum();
        return text + dialectSettings.format().line("TOTAL", entries.size(), fen);
    }

    private String line(LocalDate day, String command, Object... rest) {
        Object[] fields = new Object[rest.length + 2];
        fields[0] = ProvinceTime.date(day);
        fields[1] = dialectSettings.codes().commandOf(command);
        System.arraycopy(rest, 0, fields, 2, rest.length);
        return dialectSettings.format().line(fields);
    }
}
