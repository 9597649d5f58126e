package io.tongban.gateway.platform.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged: kinds and places of the whole chain, and not one of its words. A message that nobody
 * foresaw may quote personal data; a class name, a line number and an SQLSTATE cannot.
 */
final class Wordless extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CHAIN = 8;

    Wordless(Throwable failure) {
        this(failure, LONGEST_CHAIN);
    }

    private Wordless(Throwable failure, int most) {
        super(kind(failure), cause(failure, most), false, true);
        setStackTrace(failure.getStackTrace());
    }

    private static String kind(Throwable failure) {
        String name = failure.getClass().getName();
        return failure instanceof SQLException sql ? name + " SQLSTATE " + sql.getSQLState() : name;
    }

    private static @Nullable Throwable cause(Throwable failure, int most) {
        Throwable cause = failure.getCause();
        return cause == null || most == 1 ? null : new Wordless(cause, most - 1);
    }
}
