package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.DayEntry;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Transaction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Puts an answer into a frame. */
final class ReplyFrame {
    private final DialectSettings dialectSettings;

    ReplyFrame(DialectSettings dialectSettings) {
        this.dialectSettings = dialectSettings;
    }

    /** @param halfCharacter whether the message field ends within a character */
    byte[] write(RequestHead request, Answer answer, boolean halfCharacter) {
        ReturnCode code = ReturnCode.of(answer);
        int width = dialectSettings.replyHead().widths().getOrDefault("message", 0);
        // Two bytes a character: after one byte, the last begins where the field ends.
        String message = halfCharacter ? (width % 2 == 0 ? "." : "") + "办".repeat(width) : code.message();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Map<String, String> head = Map.of(
                "transaction", request.code(),
                "serial", request.serial(),
                "return-code", dialectSettings.returnCode(code),
                "message", message);
        dialectSettings.replyHead().write(head, charset(), content);
        body(answer, content);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(dialectSettings.framing().before(content.size()));
        frame.writeBytes(content.toByteArray());
        return frame.toByteArray();
    }

    private void body(Answer answer, ByteArrayOutputStream out) {
        if (answer instanceof Answer.Registered registered) {
            Map<String, String> fields = Map.of("person-number", registered.personNumber());
            dialectSettings.reply(Transaction.REGISTER).write(fields, charset(), out);
        } else if (answer instanceof Answer.Booked booked) {
            Map<String, String> fields = Map.of(
                    "receipt-number", booked.receiptNumber(),
                    "amount", Long.toString(booked.amountFen()),
                    "booked-at", ProvinceTime.second(booked.bookedAt()));
            dialectSettings.reply(Transaction.WITHHOLD).write(fields, charset(), out);
        } else if (answer instanceof Answer.Changed changed) {
            Map<String, String> fields = Map.of("receipt-number", changed.receiptNumber());
            dialectSettings.changeReply().write(fields, charset(), out);
        } else if (answer instanceof Answer.Covers covers) {
            Map<String, String> fields =
                    Map.of("row-count", Integer.toString(covers.covers().size()));
            dialectSettings.reply(Transaction.STATUS).write(fields, charset(), out);
            covers.covers()
                    .forEach(cover -> dialectSettings.row(Transaction.STATUS).write(row(cover), charset(), out));
        } else if (answer instanceof Answer.DayTotals totals) {
            list(
                    Transaction.DAY_TOTALS,
                    totals.day(),
                    totals.totals().stream().map(this::row).toList(),
                    out);
        } else if (answer instanceof Answer.DayItems items) {
            list(
                    Transaction.DAY_ITEMS,
                    items.day(),
                    items.items().stream().map(this::row).toList(),
                    out);
        }
    }

    private void list(
            Transaction transaction, LocalDate day, List<Map<String, String>> rows, ByteArrayOutputStream out) {
        Map<String, String> fields = Map.of("day", ProvinceTime.date(day), "row-count", Integer.toString(rows.size()));
        dialectSettings.reply(transaction).write(fields, charset(), out);
        rows.forEach(row -> dialectSettings.row(transaction).write(row, charset(), out));
    }

    private Map<String, String> row(Answer.DayTotal total) {
        return Map.of(
                "command", dialectSettings.codes().commandOf(total.command()),
                "kind", dialectSettings.codes().kindOf(total.kind()),
                "count", Long.toString(total.count()),
                "amount", Long.toString(total.fen()));
    }

    private Map<String, String> row(DayEntry item) {
        return Map.of(
                "command", dialectSettings.codes().commandOf(item.command()),
                "asked-serial", item.serial(),
                "amount", Long.toString(item.fen()));
    }

    private Map<String, String> row(Answer.Cover cover) {
        YearMonth through = cover.paidThrough();
        return Map.of(
                "kind", dialectSettings.codes().kindOf(cover.kind()),
                "state", dialectSettings.codes().stateOf(cover.state()),
                "paid-through", through == null ? "" : ProvinceTime.month(through));
    }

    private Charset charset() {
        return dialectSettings.charset();
    }
}
