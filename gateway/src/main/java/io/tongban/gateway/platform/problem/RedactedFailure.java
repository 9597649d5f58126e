package io.tongban.gateway.platform.problem;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged: kinds and places of the whole chain, and not one of its words. A message that nobody
 * foresaw may quote personal data; a class name, a line number and an SQLSTATE cannot.
 */
public final class RedactedFailure extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CHAIN = 8;

    public RedactedFailure(Throwable failure) {
        this(failure, LONGEST_CHAIN);
    }

    private RedactedFailure(Throwable failure, int most) {
        super(kind(failure), cause(failure, most), false, true);
        setStackTrace(failure.getStackTrace());
    }

    /** In one line, such as {@code UnableToExecuteStatementException < PSQLException at io.tongban.gateway.x.Y.z:12}. */
    public static String line(Throwable failure) {
        String types = Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .map(t -> t.getClass().getSimpleName())
                .collect(Collectors.joining(" < "));
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.tongban."))
                .findFirst()
                .map(frame -> types + " at " + frame.getClassName() + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .orElse(types);
    }

    private static String kind(Throwable failure) {
        String name = failure.getClass().getName();
        return failure instanceof SQLException sql ? name + " SQLSTATE " + sql.getSQLState() : name;
    }

    private static @Nullable Throwable cause(Throwable failure, int most) {
        Throwable cause = failure.getCause();
        return cause == null || most == 1 ? null : new RedactedFailure(cause, most - 1);
    }
}
