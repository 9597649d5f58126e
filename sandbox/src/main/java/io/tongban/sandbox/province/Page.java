package io.tongban.sandbox.province;

import java.time.DateTimeException;

/** Pages of a list, as callers write them. For dialects. */
public final class Page {
    private Page() {}

    /** @throws DateTimeException if it is no number from 1 on; as of a day that is none, the request cannot be read */
    public static int number(String text) {
        if (!text.matches("0{0,8}[1-9][0-9]{0,6}")) {
            throw new DateTimeException("no page");
        }
        return Integer.parseInt(text);
    }
}
