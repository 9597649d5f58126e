package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.DayEntry;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Yuan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the province writes into a row, and into the second table.
 *
 * @param flag 2 done, 9 not done
 * @param amount yuan with two decimals
 * @param bookedAt {@code yyyyMMddHHmmss}
 */
record ReplyRow(
        String flag,
        ReturnCode code,
        @Nullable String personNumber,
        @Nullable String receiptNumber,
        @Nullable String amount,
        @Nullable String bookedAt,
        List<Entry> entries) {

    /** @param values by field; kinds, states and commands in the national codes */
    record Entry(Map<String, String> values) {
        Entry {
            values = Map.copyOf(values);
        }
    }

    static ReplyRow of(Answer answer) {
        if (answer instanceof Answer.Registered registered) {
            return new ReplyRow("2", ReturnCode.OK, registered.personNumber(), null, null, null, List.of());
        } else if (answer instanceof Answer.Booked booked) {
            return new ReplyRow(
                    "2",
                    ReturnCode.OK,
                    null,
                    booked.receiptNumber(),
                    Yuan.ofFen(booked.amountFen()),
                    ProvinceTime.second(booked.bookedAt()),
                    List.of());
        } else if (answer instanceof Answer.Changed changed) {
            return new ReplyRow("2", ReturnCode.OK, null, changed.receiptNumber(), null, null, List.of());
        } else if (answer instanceof Answer.Covers covers) {
            List<Entry> entries = covers.covers().stream().map(ReplyRow::entry).toList();
            return done(entries);
        } else if (answer instanceof Answer.DayTotals totals) {
            return done(totals.totals().stream()
                    .map(total -> entry(totals.day(), total))
                    .toList());
        } else if (answer instanceof Answer.DayItems items) {
            return done(
                    items.items().stream().map(item -> entry(items.day(), item)).toList());
        }
        return new ReplyRow("9", ReturnCode.of(answer), null, null, null, null, List.of());
    }

    private static ReplyRow done(List<Entry> entries) {
        return new ReplyRow("2", ReturnCode.OK, null, null, null, null, entries);
    }

    private static Entry entry(Answer.Cover cover) {
        Map<String, String> values = new HashMap<>(Map.of("kind", cover.kind(), "state", cover.state()));
        if (cover.paidThrough() != null) {
            values.put("paid-through", ProvinceTime.month(cover.paidThrough()));
        }
        return new Entry(values);
    }

    private static Entry entry(LocalDate day, Answer.DayTotal total) {
        return new Entry(Map.of(
                "entry-day", ProvinceTime.date(day),
                "command", total.command(),
                "kind", total.kind(),
                "count", Long.toString(total.count()),
                "entry-amount", Yuan.ofFen(total.fen())));
    }

    private static Entry entry(LocalDate day, DayEntry item) {
        return new Entry(Map.of(
                "entry-day", ProvinceTime.date(day),
                "command", item.command(),
                "entry-serial", item.serial(),
                "entry-amount", Yuan.ofFen(item.fen())));
    }
}
