package io.tongban.gateway.platform.outbox;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exceptions as text for logs: types and place, never messages, which may quote a statement's arguments. */
final class Failures {
    private Failures() {}

    /** Such as {@code UnableToExecuteStatementException < PSQLException at io.tongban.gateway.x.Y.z:12}. */
    static String text(Throwable failure) {
        String types = Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .limit(8)
                .map(t -> t.getClass().getSimpleName())
                .collect(Collectors.joining(" < "));
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.tongban."))
                .findFirst()
                .map(frame -> types + " at " + frame.getClassName() + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .orElse(types);
    }
}
