package io.tongban.province.dialect.file;

import java.io.IOException;

/** An FTP server says no. Carries its reply's number and none of its text. */
final class FtpRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final int code;

    FtpRefusal(int code) {
        super("ftp-reply-" + code);
        this.code = code;
    }

    /** Three digits. */
    int code() {
        return code;
    }

    /** For the log. */
    String word() {
        return String.valueOf(getMessage());
    }
}
