package io.tongban.sandbox.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The main class of a small process that outlives the launcher by a moment. It reads process ids, one a line, and when
 * its input ends — because the launcher is gone, even by {@code kill -9} — it ends those processes and then itself.
 */
final class OrphanReaper {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private OrphanReaper() {}

    public static void main(String[] args) throws IOException {
        // A handle knows when its process began, so a reused number does not hit a stranger.
        List<ProcessHandle> watched = new ArrayList<>();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            ProcessHandle.of(Long.parseLong(line)).ifPresent(watched::add);
        }
        Termination.of(watched.stream().filter(ProcessHandle::isAlive).toList(), GRACE);
    }
}
