package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Transaction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.Map;

/** Puts an answer into a frame. */
final class ReplyFrame {
    private final DialectSettings agreement;

    ReplyFrame(DialectSettings agreement) {
        this.agreement = agreement;
    }

    /** @param halfCharacter whether the message field ends within a character */
    byte[] write(RequestHead request, Answer answer, boolean halfCharacter) {
        ReturnCode code = ReturnCode.of(answer);
        int width = agreement.replyHead().widths().getOrDefault("message", 0);
        // Two bytes a character: after one byte, the last begins where the field ends.
        String message = halfCharacter ? (width % 2 == 0 ? "." : "") + "办".repeat(width) : code.message();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Map<String, String> head = Map.of(
                "transaction", request.code(),
                "serial", request.serial(),
                "return-code", agreement.returnCode(code),
                "message", message);
        agreement.replyHead().write(head, charset(), content);
        body(answer, content);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(agreement.framing().before(content.size()));
        frame.writeBytes(content.toByteArray());
        return frame.toByteArray();
    }

    private void body(Answer answer, ByteArrayOutputStream out) {
        if (answer instanceof Answer.Registered registered) {
            Map<String, String> fields = Map.of("person-number", registered.personNumber());
            agreement.reply(Transaction.REGISTER).write(fields, charset(), out);
        } else if (answer instanceof Answer.Booked booked) {
            Map<String, String> fields = Map.of(
                    "receipt-number", booked.receiptNumber(),
                    "amount", Long.toString(booked.amountFen()),
                    "booked-at", ProvinceTime.second(booked.bookedAt()));
            agreement.reply(Transaction.WITHHOLD).write(fields, charset(), out);
        } else if (answer instanceof Answer.Covers covers) {
            Map<String, String> fields =
                    Map.of("row-count", Integer.toString(covers.covers().size()));
            agreement.reply(Transaction.STATUS).write(fields, charset(), out);
            covers.covers().forEach(cover -> agreement.row().write(row(cover), charset(), out));
        }
    }

    private Map<String, String> row(Answer.Cover cover) {
        YearMonth through = cover.paidThrough();
        return Map.of(
                "kind", agreement.codes().kindOf(cover.kind()),
                "state", agreement.codes().stateOf(cover.state()),
                "paid-through", through == null ? "" : ProvinceTime.month(through));
    }

    private Charset charset() {
        return agreement.charset();
    }
}
