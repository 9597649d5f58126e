package io.tongban.province.dated;

import java.util.List;
import java.util.stream.Stream;

/**
 * A file of data that cannot be used. Stops the start; the message names file, line and what to write instead, for each
 * mistake in a line of its own.
 */
public final class DataFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public DataFileException(String where, String message) {
        this(List.of(where + ": " + message));
    }

    private DataFileException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = mistakes;
    }

    /** All of them in one, each said once. */
    static DataFileException of(List<DataFileException> all) {
        return new DataFileException(all.stream()
                .flatMap(each -> Stream.of(String.valueOf(each.getMessage()).split("\n")))
                .distinct()
                .toList());
    }

    /** One line each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
