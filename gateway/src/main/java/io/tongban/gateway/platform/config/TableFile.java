package io.tongban.gateway.platform.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Tables that ship with the code: UTF-8, cells parted by tabs, lines that begin with # left out. */
public final class TableFile {
    private TableFile() {}

    /**
     * @param reader whose package the file lies in
     * @throws NullPointerException if it is not there
     */
    public static List<String[]> rows(Class<?> reader, String name) {
        try (InputStream in = requireNonNull(reader.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
