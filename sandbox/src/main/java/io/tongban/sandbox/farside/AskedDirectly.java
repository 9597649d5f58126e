package io.tongban.sandbox.farside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that listens on a port, which it prints, and behind it its public key if it has one. */
final class AskedDirectly implements FarSide {
    private final Program program;
    private final int port;
    private final Map<String, String> told;

    AskedDirectly(String interpreter, Path script, Path ledger, Map<String, String> environment)
            throws NotInstalledException, IOException, InterruptedException {
        program = new Program(interpreter, script, ledger, environment);
        String line = program.output().readLine();
        if (line == null || !line.matches("[0-9]+( [0-9a-f]+)*")) {
            program.close();
            throw new IOException(script + " printed no port, see " + ledger + ".log");
        }
        List<String> words = List.of(line.split(" ", -1));
        port = Integer.parseInt(words.get(0));
        told = words.size() == 1 ? Map.of() : Map.of("province-key", words.get(1));
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Map<String, String> told() {
        return told;
    }

    @Override
    public boolean tellsByFiles() {
        return false;
    }

    @Override
    public List<Booked> booked() throws IOException {
        return program.booked();
    }

    @Override
    public void mistake(List<Mistake> mistakes) throws IOException {
        program.mistake(mistakes);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        program.close();
    }
}
