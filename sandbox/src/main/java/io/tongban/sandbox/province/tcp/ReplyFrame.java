package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.ProvinceTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;

/** Puts an answer into a frame. */
final class ReplyFrame {
    private static final int MESSAGE_WIDTH = 60;

    private final Charset charset;

    ReplyFrame(Charset charset) {
        this.charset = charset;
    }

    /** @param halfCharacter whether the message field ends within a character */
    byte[] write(RequestHead request, Answer answer, boolean halfCharacter) {
        ReturnCode code = ReturnCode.of(answer);
        String message = halfCharacter ? "." + "办".repeat(MESSAGE_WIDTH / 2) : code.message();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(ascii(request.code() + request.serial() + code.code()));
        content.writeBytes(padded(message.getBytes(charset)));
        content.writeBytes(ascii(body(answer)));
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(ascii(String.format("%06d", content.size())));
        frame.writeBytes(content.toByteArray());
        return frame.toByteArray();
    }

    private static String body(Answer answer) {
        if (answer instanceof Answer.Registered registered) {
            return registered.personNumber();
        } else if (answer instanceof Answer.Booked booked) {
            return booked.receiptNumber()
                    + String.format("%012d", booked.amountFen())
                    + ProvinceTime.second(booked.bookedAt());
        } else if (answer instanceof Answer.Covers covers) {
            StringBuilder rows =
                    new StringBuilder(String.format("%02d", covers.covers().size()));
            covers.covers().forEach(cover -> rows.append(row(cover)));
            return rows.toString();
        }
        return "";
    }

    private static String row(Answer.Cover cover) {
        YearMonth through = cover.paidThrough();
        return cover.kind() + cover.state() + (through == null ? "      " : ProvinceTime.month(through));
    }

    private static byte[] padded(byte[] text) {
        byte[] field = new byte[MESSAGE_WIDTH];
        Arrays.fill(field, (byte) ' ');
        System.arraycopy(text, 0, field, 0, Math.min(text.length, MESSAGE_WIDTH));
        return field;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
