package io.tongban.province.profile;

/** A profile that cannot be used. Stops the start; the message names file, line and what to write instead. */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProfileException(String where, String message) {
        super(where + ": " + message);
    }
}
