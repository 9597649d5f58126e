package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.DayEntry;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.Yuan;
import java.time.Instant;
import java.time.YearMonth;

/** Writes {@code <msg>} with the code, the caller's serial and what belongs to the answer. */
final class ReplyWriter {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final DialectSettings dialectSettings;

    ReplyWriter(DialectSettings dialectSettings) {
        this.dialectSettings = dialectSettings;
    }

    /** @param answered transaction that the answer is about */
    Reply write(Transaction answered, String serial, Answer answer) {
        return document(dialectSettings.code(answered), serial, ReturnCode.of(answer), body(answer));
    }

    /** Says, unasked, that what was booked under this serial is taken back. */
    Reply reversed(String serial, Instant at) {
        return document(
                dialectSettings.reversedCode(), serial, ReturnCode.OK, field("booked-at", ProvinceTime.second(at)));
    }

    private Reply document(String transaction, String serial, ReturnCode code, String body) {
        String head = element("jydm", transaction)
                + element("lsh", serial)
                + element("fhdm", dialectSettings.returnCode(code))
                + element("fhxx", code.message());
        return new Reply(serial, DECLARATION + element("msg", element("head", head) + element("body", body)));
    }

    private String body(Answer answer) {
        if (answer instanceof Answer.Registered registered) {
            return field("person-number", registered.personNumber());
        } else if (answer instanceof Answer.Booked booked) {
            return field("receipt-number", booked.receiptNumber())
                    + field("amount", Yuan.ofFen(booked.amountFen()))
                    + field("booked-at", ProvinceTime.second(booked.bookedAt()));
        } else if (answer instanceof Answer.Changed changed) {
            return field("receipt-number", changed.receiptNumber());
        } else if (answer instanceof Answer.Covers covers) {
            StringBuilder rows = new StringBuilder();
            covers.covers().forEach(cover -> rows.append(row(cover)));
            return element("rows", rows.toString());
        }
        return dayBody(answer);
    }

    private String dayBody(Answer answer) {
        StringBuilder rows = new StringBuilder();
        if (answer instanceof Answer.DayTotals totals) {
            totals.totals().forEach(total -> rows.append(row(total)));
            return field("day", ProvinceTime.date(totals.day())) + element("rows", rows.toString());
        } else if (answer instanceof Answer.DayItems items) {
            items.items().forEach(item -> rows.append(row(item)));
            return field("day", ProvinceTime.date(items.day())) + element("rows", rows.toString());
        }
        return "";
    }

    private String row(Answer.DayTotal total) {
        return element(
                "row",
                field("command", dialectSettings.codes().commandOf(total.command()))
                        + field("kind", dialectSettings.codes().kindOf(total.kind()))
                        + field("count", Long.toString(total.count()))
                        + field("amount", Yuan.ofFen(total.fen())));
    }

    private String row(DayEntry item) {
        return element(
                "row",
                field("command", dialectSettings.codes().commandOf(item.command()))
                        + field("asked-serial", item.serial())
                        + field("amount", Yuan.ofFen(item.fen())));
    }

    private String row(Answer.Cover cover) {
        YearMonth through = cover.paidThrough();
        return element(
                "row",
                field("kind", dialectSettings.codes().kindOf(cover.kind()))
                        + field("state", dialectSettings.codes().stateOf(cover.state()))
                        + field("paid-through", through == null ? "" : ProvinceTime.month(through)));
    }

    private String field(String field, String text) {
        return element(dialectSettings.element(field), text);
    }

    /** Nothing here is anyone's free text, so nothing needs escaping. */
    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }
}
