package io.tongban.gateway.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Cases of one use of the API, as data. */
record Suite(String name, String version, List<SuiteCase> cases) {
    static final String PLATFORM = "platform";

    /** The first line names the version: what is added to a suite raises it. */
    static Suite shipped(String name) {
        try (InputStream file = Objects.requireNonNull(
                Suite.class.getResourceAsStream("/certification/" + name + ".tsv"), "a suite has a file")) {
            List<String> lines = new String(file.readAllBytes(), UTF_8).lines().toList();
            return new Suite(
                    name,
                    lines.get(0).replaceFirst("^# version ", ""),
                    lines.stream()
                            .skip(1)
                            .filter(line -> !line.startsWith("#"))
                            .map(Suite::line)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SuiteCase line(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 7) {
            throw new IllegalStateException("Not seven columns: " + line);
        }
        return new SuiteCase(
                columns[0], Rule.valueOf(columns[1]), columns[2], columns[3], columns[4], columns[5], columns[6]);
    }
}
