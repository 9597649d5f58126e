package io.tongban.sandbox.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The counters of the sandbox's banks, as the agency imports them; banks, places and people are made up. */
public final class ServicePointFiles {
    /** Client ids. */
    public static final List<String> BANKS = List.of("nanling-bank", "jialing-bank");

    /** A small one, without software of its own. */
    public static final String RURAL_BANK = "yunling-rural-bank";

    public static final List<String> ALL =
            Stream.concat(BANKS.stream(), Stream.of(RURAL_BANK)).toList();

    private ServicePointFiles() {}

    /** Lines of CSV, the head first. */
    public static List<String> of(String bank) {
        try (InputStream file = ServicePointFiles.class.getResourceAsStream("/counter/" + bank + ".csv")) {
            return new String(Objects.requireNonNull(file, bank).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
