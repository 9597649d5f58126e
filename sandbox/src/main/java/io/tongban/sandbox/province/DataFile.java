package io.tongban.sandbox.province;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the sandbox's YAML from the class path, strictly: an unknown field is an error of the file. */
public final class DataFile {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private DataFile() {}

    /** @throws IllegalArgumentException if there is no such file */
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
