package io.tongban.province.dated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts of data files: shipped in a jar, or written by an operator. */
public final class DataFiles {
    private static final long MOST_BYTES = 256 * 1024;

    private DataFiles() {}

    /**
     * @param owner whose jar the file lies in
     * @param folder in the jar, between slashes
     * @throws DataFileException if the folder's index names what is not there
     */
    public static String shipped(Class<?> owner, String folder, String name) {
        try (InputStream in = owner.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new DataFileException(
                        folder.substring(1) + "index", "names " + name + ", which is not there; remove the line");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws DataFileException if it is too long, or not UTF-8 */
    public static String read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new DataFileException(file.toString(), "is longer than 256 KiB; no file of data is");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new DataFileException(file.toString(), "is not UTF-8; save it as UTF-8");
        }
    }
}
