package io.tongban.sandbox.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of processes, as Linux counts it: in hundredths of a second. */
final class ProcessTime {
    private static final Path PROC = Path.of("/proc");
    private static final double MICROS_A_TICK = 10_000;
    /** Fields of {@code /proc/<pid>/stat} after the command's name: proc(5). */
    private static final int PARENT = 1;

    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private ProcessTime() {}

    /** In microseconds. */
    static double of(long pid) throws IOException {
        String[] fields = stat(PROC.resolve(String.valueOf(pid)));
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * MICROS_A_TICK;
    }

    /** Of the backends that serve a database, which say so in their titles; those that have ended are missing. */
    static double ofBackends(long postmaster, String database) throws IOException {
        double micros = 0;
        try (Stream<Path> processes = Files.list(PROC)) {
            for (Path process : processes.filter(ProcessTime::isProcess).toList()) {
                if (serves(process, postmaster, " " + database + " ")) {
                    micros += of(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return micros;
    }

    private static boolean isProcess(Path file) {
        return file.getFileName().toString().matches("\\d+");
    }

    private static boolean serves(Path process, long postmaster, String word) {
        try {
            return stat(process)[PARENT].equals(String.valueOf(postmaster))
                    && Files.readString(process.resolve("cmdline"))
                            .replace('\0', ' ')
                            .contains(word);
        } catch (IOException ended) {
            return false;
        }
    }

    private static String[] stat(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }
}
