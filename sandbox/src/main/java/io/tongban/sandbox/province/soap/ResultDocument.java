package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.ProvinceTime;
import java.time.YearMonth;

/** {@code <result>} with the code, the caller's serial and what belongs to the answer. */
record ResultDocument(String serial, Answer answer) {

    /** For a request that could not be read; there is no serial to repeat. */
    static String unreadable() {
        return new ResultDocument("", new Answer.SystemError()).write("UTF-8", 1);
    }

    String write(String declaredEncoding, int times) {
        AppCode code = AppCode.of(answer);
        String result = "<result><head>" + element("appcode", code.digits()) + element("message", code.message())
                + element("serial", serial) + "</head><body>" + body() + "</body></result>";
        return "<?xml version=\"1.0\" encoding=\"" + declaredEncoding + "\"?>" + result.repeat(times);
    }

    private String body() {
        if (answer instanceof Answer.SignedIn signIn) {
            return element("token", signIn.token()) + element("expires", ProvinceTime.second(signIn.expires()));
        } else if (answer instanceof Answer.Registered registered) {
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

    private static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }
}
