package io.tongban.gateway.contribution.worker;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tongban.gateway.platform.config.TableFile;
import java.util.Map;

/** Private codes of GBK's last characters, and the codes that they have since, from {@code moved-characters.tsv}. */
record MovedCharacters(Map<Integer, Integer> byPrivateCode) {
    static final MovedCharacters PUBLISHED = read();

    int of(int codePoint) {
        return byPrivateCode.getOrDefault(codePoint, codePoint);
    }

    private static MovedCharacters read() {
        return new MovedCharacters(TableFile.rows(MovedCharacters.class, "moved-characters.tsv").stream()
                .collect(toUnmodifiableMap(cells -> code(cells[0]), cells -> code(cells[1]))));
    }

    private static int code(String hex) {
        return Integer.parseInt(hex, 16);
    }
}
