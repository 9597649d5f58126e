package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.DayEntry;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Yuan;
import java.time.YearMonth;

/** A root element such as {@code <result>} with the code, the caller's serial and what belongs to the answer. */
record ResultDocument(DialectSettings dialectSettings, Envelope envelope, String serial, Answer answer) {

    /** For a request that could not be read; there is no serial to repeat. */
    static String unreadable(DialectSettings dialectSettings) {
        return new ResultDocument(dialectSettings, dialectSettings.inForce(), "", new Answer.SystemError())
                .write("UTF-8", 1);
    }

    String write(String declaredEncoding, int times) {
        AppCode code = AppCode.of(answer);
        String head = head("return-code", dialectSettings.returnCode(code))
                + head("message", code.message())
                + head("serial", serial);
        String attribute = envelope.version().isEmpty() ? "" : " version=\"" + envelope.version() + "\"";
        String result = "<" + envelope.element("result") + attribute + ">"
                + wrapped(envelope.element("head"), head)
                + wrapped(envelope.element("body"), body())
                + "</" + envelope.element("result") + ">";
        return "<?xml version=\"1.0\" encoding=\"" + declaredEncoding + "\"?>" + result.repeat(times);
    }

    private String body() {
        if (answer instanceof Answer.SignedIn signIn) {
            return field("token", signIn.token()) + field("expires", ProvinceTime.second(signIn.expires()));
        } else if (answer instanceof Answer.Registered registered) {
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
            return wrapped(envelope.element("rows"), rows.toString());
        }
        return dayBody();
    }

    private String dayBody() {
        StringBuilder rows = new StringBuilder();
        if (answer instanceof Answer.DayTotals totals) {
            totals.totals().forEach(total -> rows.append(row(total)));
            return field("day", ProvinceTime.date(totals.day())) + wrapped(envelope.element("rows"), rows.toString());
        } else if (answer instanceof Answer.DayItems items) {
            items.items().forEach(item -> rows.append(row(item)));
            return field("day", ProvinceTime.date(items.day())) + wrapped(envelope.element("rows"), rows.toString());
        }
        return "";
    }

    private String row(Answer.DayTotal total) {
        return wrapped(
                envelope.element("row"),
                field("command", dialectSettings.codes().commandOf(total.command()))
                        + field("kind", dialectSettings.codes().kindOf(total.kind()))
                        + field("count", Long.toString(total.count()))
                        + field("amount", Yuan.ofFen(total.fen())));
    }

    private String row(DayEntry item) {
        return wrapped(
                envelope.element("row"),
                field("command", dialectSettings.codes().commandOf(item.command()))
                        + field("asked-serial", item.serial())
                        + field("amount", Yuan.ofFen(item.fen())));
    }

    private String row(Answer.Cover cover) {
        YearMonth through = cover.paidThrough();
        return wrapped(
                envelope.element("row"),
                field("kind", dialectSettings.codes().kindOf(cover.kind()))
                        + field("state", dialectSettings.codes().stateOf(cover.state()))
                        + field("paid-through", through == null ? "" : ProvinceTime.month(through)));
    }

    private String head(String field, String text) {
        return element(envelope.element(field), text);
    }

    private String field(String field, String text) {
        return element(dialectSettings.element(field), text);
    }

    private static String element(String name, String text) {
        return wrapped(name, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private static String wrapped(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }
}
