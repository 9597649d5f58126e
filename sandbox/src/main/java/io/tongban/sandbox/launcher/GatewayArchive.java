package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes of a packaged gateway as its JVM had them once it was ready, for all later starts to map instead of reading
 * and checking them again: a quarter of the processor time of a start. It lies beside the jar and goes with it when the
 * gateway is built again. A JVM that it does not fit starts without.
 *
 * @param file which appears whole or not at all
 */
record GatewayArchive(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayArchive.class);
    private static final int TO_WRITE_SECONDS = 60;

    /** Of this JVM, for the gateway's runs on it. */
    static GatewayArchive of(Path jar) {
        String version = System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.]", "-");
        return new GatewayArchive(jar.resolveSibling("classes-" + version + ".jsa"));
    }

    /** What a start needs to use it, or to be able to write it. */
    List<String> options() {
        return Files.isRegularFile(file)
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                : List.of("-XX:+RecordDynamicDumpInfo", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Has a gateway that is ready write it, unless it is there or somebody is at it; a failure costs time alone. */
    void writtenBy(ChildProcess gateway) throws InterruptedException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Path log = file.resolveSibling(file.getFileName() + ".log");
        if (Files.exists(file)) {
            return;
        }
        try {
            // Whoever makes it is the one who writes: two launchers may start at once.
            Files.createFile(log);
            Process command = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(gateway.pid()),
                            "VM.cds",
                            "dynamic_dump",
                            draft.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            if (!command.waitFor(TO_WRITE_SECONDS, TimeUnit.SECONDS)) {
                // The gateway may be writing still: what it makes stays a draft.
                command.destroyForcibly();
            } else if (command.exitValue() == 0) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException without) {
            LOG.debug("no archive of the gateway's classes: {}", without.getMessage());
        }
    }
}
