package io.tongban.gateway.platform.config;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The configuration keys {@code tongban.pii.*} for an embedded database, random and never shown. */
final class EmbeddedKeys {
    private static final String ID = "embedded";

    private EmbeddedKeys() {}

    static Map<String, String> random() {
        return Map.of("tongban.pii.active-key", ID, "tongban.pii.keys." + ID, key(), "tongban.pii.lookup-key", key());
    }

    /** Reads the file, or makes it, readable for its owner alone. */
    static Map<String, String> in(Path file) {
        try {
            if (Files.notExists(file)) {
                String lines = random().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(joining("\n"));
                Files.createDirectories(file.getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, lines, US_ASCII);
            }
            try (var lines = Files.lines(file, US_ASCII)) {
                return lines.map(line -> line.split("=", 2)).collect(toMap(pair -> pair[0], pair -> pair[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of the embedded database cannot be kept", e);
        }
    }

    private static String key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
