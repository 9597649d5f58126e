package io.tongban.province.dialect.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A province's folder, for as long as a session lasts. Each answer of the server is waited for within a bound. Names are
 * relative to the folder that the profile's address names. One stream is open at a time, and nothing else is asked for
 * meanwhile.
 */
interface RemoteFolder extends AutoCloseable {
    /** Whether the session can be used again. */
    boolean isOpen();

    default boolean has(String name) throws IOException {
        return !stamp(name).isEmpty();
    }

    /** Size and time of a file's last change; empty if there is none. */
    String stamp(String name) throws IOException;

    /**
     * Files of a folder whose names are wanted, by name, each with size and time of its last change.
     *
     * @throws IOException if there is no such folder
     */
    Map<String, String> list(String folder, Predicate<String> wanted) throws IOException;

    /** Closing it throws where the server says that it has not sent the whole file, though it was read to its end. */
    InputStream read(String name) throws IOException;

    /** Closing it throws where the server does not say that it has the whole file. */
    OutputStream write(String name) throws IOException;

    /** @throws IOException also if the new name is taken */
    void rename(String from, String to) throws IOException;

    void remove(String name) throws IOException;

    /** A failure that is one file's alone, as a word for the log; empty if the session is of no use any more. */
    Optional<String> refusal(IOException failure);

    @Override
    void close();
}
