package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Yuan;
import java.time.YearMonth;
import java.util.List;
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

    /**
     * @param kind AAE140 code
     * @param state AAC031 code
     * @param paidThrough {@code yyyyMM}
     */
    record Entry(String kind, String state, @Nullable String paidThrough) {}

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
        } else if (answer instanceof Answer.Covers covers) {
            List<Entry> entries = covers.covers().stream().map(ReplyRow::entry).toList();
            return new ReplyRow("2", ReturnCode.OK, null, null, null, null, entries);
        }
        return new ReplyRow("9", ReturnCode.of(answer), null, null, null, null, List.of());
    }

    private static Entry entry(Answer.Cover cover) {
        YearMonth through = cover.paidThrough();
        return new Entry(cover.kind(), cover.state(), through == null ? null : ProvinceTime.month(through));
    }
}
