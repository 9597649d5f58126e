package io.tongban.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a command meets of the machine: results go out, remarks to err, so that results can be piped on.
 *
 * @param home the folder that the profiles are kept in
 */
record Console(PrintWriter out, PrintWriter err, InputStream in, Path home, Clock clock) {
    void result(String line) {
        out.println(line);
        out.flush();
    }

    void remark(String line) {
        err.println(line);
        err.flush();
    }
}
