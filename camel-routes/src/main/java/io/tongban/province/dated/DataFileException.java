package io.tongban.province.dated;

/** A file of data that cannot be used. Stops the start; the message names file, line and what to write instead. */
public final class DataFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataFileException(String where, String message) {
        super(where + ": " + message);
    }
}
