package io.tongban.province.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command with what a test gives it, and what it prints. */
final class CommandRun {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Map<String, String> given = new HashMap<>();
    private final Clock clock;

    /** @param folder in which it writes its report */
    CommandRun(Path folder, Clock clock) {
        this.clock = clock;
        give("report", folder.resolve("report").toString());
    }

    /** @param name of an argument or a property */
    void give(String name, String value) {
        given.put(name, value);
    }

    /** @param name what stands behind {@code tongban.province.NN.} */
    void giveProvince(String province, String name, String value) {
        give("tongban.province." + province + "." + name, value);
    }

    List<Finding> run() throws IOException {
        return new Conformance(
                        Arguments.of(name -> Optional.ofNullable(given.get(name))),
                        name -> Optional.ofNullable(given.get(name)),
                        clock,
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
    }

    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
