package io.tongban.province.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/** The characters whose code has moved out of the private use area, from {@code charsets/gb18030-2022-moved.tsv}. */
final class MovedCharacters {
    static final List<Moved> ALL = read();

    private MovedCharacters() {}

    /**
     * @param octets in GBK and GB 18030
     * @param formerly the private code that it had in Unicode
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared never
    record Moved(byte[] octets, char canonical, char formerly) {}

    private static List<Moved> read() {
        try (InputStream in =
                requireNonNull(MovedCharacters.class.getResourceAsStream("/charsets/gb18030-2022-moved.tsv"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells ->
                            new Moved(HexFormat.of().parseHex(cells[0]), character(cells[1]), character(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char character(String hex) {
        return (char) Integer.parseInt(hex, 16);
    }
}
