package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Yuan;
import java.time.Instant;
import java.time.YearMonth;

/**
 * A message of the reply queue.
 *
 * @param serial in its head, and its correlation id
 */
record ReplyDocument(String serial, String text) {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    /** @param transactionCode of the transaction that is answered */
    static ReplyDocument of(String transactionCode, String serial, Answer answer) {
        ReturnCode code = ReturnCode.of(answer);
        return document(transactionCode, serial, code, body(answer));
    }

    /** Says, unasked, that what was booked under this serial is taken back. */
    static ReplyDocument reversed(TransactionCodes codes, String serial, Instant at) {
        return document(codes.reversed(), serial, ReturnCode.OK, element("JZSJ", ProvinceTime.second(at)));
    }

    private static ReplyDocument document(String transactionCode, String serial, ReturnCode code, String body) {
        return new ReplyDocument(
                serial,
                DECLARATION + "<msg><head>" + element("jydm", transactionCode) + element("lsh", serial)
                        + element("fhdm", code.digits()) + element("fhxx", code.message()) + "</head><body>" + body
                        + "</body></msg>");
    }

    private static String body(Answer answer) {
        if (answer instanceof Answer.Registered registered) {
            return element("AAC001", registered.personNumber());
        } else if (answer instanceof Answer.Booked booked) {
            return element("DZDH", booked.receiptNumber())
                    + element("YJJE", Yuan.ofFen(booked.amountFen()))
                    + element("JZSJ", ProvinceTime.second(booked.bookedAt()));
        } else if (answer instanceof Answer.Covers covers) {
            StringBuilder rows = new StringBuilder();
            covers.covers().forEach(cover -> rows.append(row(cover)));
            return "<rows>" + rows + "</rows>";
        }
        return "";
    }

    private static String row(Answer.Cover cover) {
        YearMonth through = cover.paidThrough();
        return "<row>" + element("AAE140", cover.kind()) + element("AAC031", cover.state())
                + element("AAE042", through == null ? "" : ProvinceTime.month(through)) + "</row>";
    }

    /** Nothing here is anyone's free text, so nothing needs escaping. */
    private static String element(String name, String text) {
        return "<" + name + ">" + text + "</" + name + ">";
    }
}
