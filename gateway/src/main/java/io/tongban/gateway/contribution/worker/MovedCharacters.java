package io.tongban.gateway.contribution.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Private codes of GBK's last characters, and the codes that they have since, from {@code moved-characters.tsv}. */
record MovedCharacters(Map<Integer, Integer> byPrivateCode) {
    static final MovedCharacters PUBLISHED = read();

    int of(int codePoint) {
        return byPrivateCode.getOrDefault(codePoint, codePoint);
    }

    private static MovedCharacters read() {
        String name = "/io/tongban/gateway/contribution/worker/moved-characters.tsv";
        try (InputStream in = requireNonNull(MovedCharacters.class.getResourceAsStream(name))) {
            return new MovedCharacters(new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(toUnmodifiableMap(cells -> code(cells[0]), cells -> code(cells[1]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int code(String hex) {
        return Integer.parseInt(hex, 16);
    }
}
