package io.tongban.sandbox.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the province tells of a day, with the differences that were ordered: a fault here stays until it is cleared. */
public final class DayBook {
    /** Of a booking that nobody sent. */
    public static final String STRANGER = "X9999999999999999999";

    /** Under which the first booking of a day stands in place of its own serial. */
    public static final String SWAPPED = "X8888888888888888888";

    private static final int ITEMS_A_PAGE = 20;

    private final Ledger ledger;
    private final Faults faults;

    public DayBook(Ledger ledger, Faults faults) {
        this.ledger = ledger;
        this.faults = faults;
    }

    public Answer.DayTotals totals(LocalDate day) {
        Map<List<String>, long[]> sums = new LinkedHashMap<>();
        for (DayEntry entry : entries(day, Transaction.DAY_TOTALS)) {
            long[] sum = sums.computeIfAbsent(List.of(entry.command(), entry.kind()), any -> new long[2]);
            sum[0]++;
            sum[1] += entry.fen();
        }
        List<Answer.DayTotal> totals = new ArrayList<>();
        sums.forEach((key, sum) -> totals.add(new Answer.DayTotal(key.get(0), key.get(1), sum[0], sum[1])));
        return new Answer.DayTotals(told(day, Transaction.DAY_TOTALS), totals);
    }

    /** @param page from 1 on */
    public Answer.DayItems items(LocalDate day, int page) {
        List<DayEntry> entries = entries(day, Transaction.DAY_ITEMS);
        int from = (int) Math.min(entries.size(), (page - 1L) * ITEMS_A_PAGE);
        int to = Math.min(entries.size(), from + ITEMS_A_PAGE);
        return new Answer.DayItems(told(day, Transaction.DAY_ITEMS), entries.subList(from, to));
    }

    /** All of a day, for a dialect that writes it into one file. */
    public List<DayEntry> entries(LocalDate day, Transaction transaction) {
        List<DayEntry> entries = new ArrayList<>(ledger.day(day));
        if (!entries.isEmpty() && faults.fires(Fault.DAY_ROW_MISSING, transaction)) {
            entries.remove(0);
        }
        if (!entries.isEmpty() && faults.fires(Fault.DAY_AMOUNT_DIFFERS, transaction)) {
            DayEntry last = entries.remove(entries.size() - 1);
            entries.add(new DayEntry(last.command(), last.serial(), last.kind(), last.fen() + 1));
        }
        if (!entries.isEmpty()
                && transaction == Transaction.DAY_ITEMS
                && faults.fires(Fault.DAY_SERIAL_DIFFERS, transaction)) {
            DayEntry first = entries.remove(0);
            entries.add(0, new DayEntry(first.command(), SWAPPED, first.kind(), first.fen()));
        }
        if (faults.fires(Fault.DAY_ROW_EXTRA, transaction)) {
            entries.add(new DayEntry("withhold", STRANGER, "110", 16_000));
        }
        if (transaction == Transaction.DAY_ITEMS && faults.fires(Fault.DAY_ITEMS_TOO_MANY, transaction)) {
            for (int i = 0; i < 3 * ITEMS_A_PAGE; i++) {
                entries.add(new DayEntry("withhold", "Y%019d".formatted(i), "110", 1));
            }
        }
        return entries;
    }

    /** The day that an answer says it is about. */
    public LocalDate told(LocalDate day, Transaction transaction) {
        return faults.fires(Fault.DAY_OF_ANOTHER, transaction) ? day.minusDays(1) : day;
    }
}
