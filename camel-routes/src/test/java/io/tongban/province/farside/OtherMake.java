package io.tongban.province.farside;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A far side that is written in another language, as a process; it prints its port, and what else a profile needs of it,
 * and ends with its standard input.
 */
public final class OtherMake implements AutoCloseable {
    private final Process process;
    public final int port;
    /** What it prints behind its port, word by word. */
    public final List<String> more;

    /** @throws AssertionError if the interpreter is not installed: a test that is left out would be seen by nobody */
    public OtherMake(String interpreter, Path script, String password) throws IOException {
        this(interpreter, script, Map.of("FAR_SIDE_PASSWORD", password));
    }

    /** @param environment what it has to know at its start, such as {@code FAR_SIDE_PASSWORD} */
    public OtherMake(String interpreter, Path script, Map<String, String> environment) throws IOException {
        process = started(interpreter, script, environment);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.matches("[0-9]+( [0-9a-f]+)*")) {
            close();
            throw new AssertionError(interpreter + " " + script + " printed no port: " + line);
        }
        List<String> words = List.of(line.split(" "));
        port = Integer.parseInt(words.get(0));
        more = words.subList(1, words.size());
    }

    /** @throws AssertionError if the interpreter is not installed: a test that is left out would be seen by nobody */
    static Process started(String interpreter, Path script, Map<String, String> environment, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(interpreter, script.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        // Nothing is written beside the sources.
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    interpreter
                            + " is not installed, and a far side of this test is written in it; .ci/run installs it",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        end(process);
    }

    /** By the end of its standard input; by force, if that is not enough. */
    static void end(Process process) throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
