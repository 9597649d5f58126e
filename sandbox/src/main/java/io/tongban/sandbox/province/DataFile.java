package io.tongban.sandbox.province;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads the sandbox's YAML, strictly: an unknown field is an error of the file. */
public final class DataFile {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private DataFile() {}

    /** A file that is not the sandbox's own. */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return YAML.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * One of the class path.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public static <T> T read(String path, Class<T> type) {
        try (InputStream file = DataFile.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no file " + path);
            }
            return YAML.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
