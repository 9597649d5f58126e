package io.tongban.sandbox.province.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that caller and province share: {@code in} for the one, {@code out} for the other. */
final class ExchangeFolder implements AutoCloseable {
    private static final String MARK = ".ok";

    private final Path root;
    private final Path in;
    private final Path out;

    /** @param path of the exchange folder below the root that the user sees, such as {@code /exchange} */
    ExchangeFolder(String path) {
        try {
            root = Files.createTempDirectory("tongban-file-");
            Path base = root.resolve(path.replaceFirst("^/+", ""));
            in = Files.createDirectories(base.resolve("in"));
            out = Files.createDirectories(base.resolve("out"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the file simulator", e);
        }
    }

    Path root() {
        return root;
    }

    /** Names, without ending, of files whose mark is there. */
    List<String> marked() throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(MARK))
                    .map(name -> name.substring(0, name.length() - MARK.length()))
                    .sorted()
                    .toList();
        }
    }

    Path request(String name) {
        return in.resolve(name + ".txt");
    }

    /** Puts a file into {@code out}, or another in its place, whole at once. */
    void write(String name, byte[] bytes) throws IOException {
        Path draft = Files.write(out.resolve(name + ".draft"), bytes);
        Files.move(draft, out.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    void mark(String name) throws IOException {
        write(name + MARK, new byte[0]);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // A caller may be writing there still; it is a temporary folder.
        }
    }
}
