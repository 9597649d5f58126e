package io.tongban.sandbox.farside;

import io.tongban.sandbox.launcher.OrphanGuard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A far side's program in a process of its own, which ends with its standard input; it writes each booking into a file. */
final class Program implements AutoCloseable {
    private static final long LAST_WORDS_SECONDS = 5;

    private final Process process;
    private final Path ledger;
    private final Path mistakes;

    /**
     * @param ledger where it writes its bookings
     * @param arguments of the script
     * @throws NotInstalledException if there is no such interpreter
     */
    Program(String interpreter, Path script, Path ledger, Map<String, String> environment, String... arguments)
            throws NotInstalledException {
        List<String> command = new ArrayList<>(List.of(interpreter, script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(
                        ledger.resolveSibling(ledger.getFileName() + ".log").toFile());
        mistakes = ledger.resolveSibling(ledger.getFileName() + ".mistakes");
        builder.environment().put("FAR_SIDE_LEDGER", ledger.toString());
        builder.environment().put("FAR_SIDE_MISTAKES", mistakes.toString());
        // Nothing is written beside the sources.
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().putAll(environment);
        this.ledger = ledger;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new NotInstalledException(interpreter + " is not installed");
        }
        OrphanGuard.watch(process.toHandle());
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    BufferedReader output() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    List<Booked> booked() throws IOException {
        if (!Files.exists(ledger)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(ledger)) {
            return lines.map(line -> line.split(" ", -1))
                    .map(words -> new Booked(words[0], words[1], words[2], Long.parseLong(words[3]), words[4]))
                    .toList();
        }
    }

    /** It reads them before it tells of a day. */
    void mistake(List<Mistake> all) throws IOException {
        Path draft = mistakes.resolveSibling(mistakes.getFileName() + ".draft");
        Files.write(draft, all.stream().map(Mistake::line).toList());
        Files.move(draft, mistakes, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
