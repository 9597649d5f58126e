package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn -Psandbox -Dexit -Dprofiles=FOLDER}, as a process of its own. */
class MainTest {
    private static final Path SHIPPED = Path.of("../camel-routes/src/main/resources/provinces");

    @TempDir
    Path folder;

    private Path profiles;

    @BeforeEach
    void makeTheFolder() throws IOException {
        profiles = Files.createDirectories(folder.resolve("profiles"));
    }

    @Test
    void runsForWhatStandsInTheFolderAndForNothingElse() throws Exception {
        Files.copy(SHIPPED.resolve("51-sichuan.yaml"), profiles.resolve("51-sichuan.yaml"));
        String elsewhere = Files.readString(SHIPPED.resolve("61-shaanxi.yaml"))
                .replace("${tongban.province.61.endpoint}", "tcp://192.0.2.1:7000");
        Files.writeString(profiles.resolve("61-shaanxi.yaml"), elsewhere);

        String printed = run(0);

        assertThat(printed)
                .contains("  province 51 is simulated\n", "  province 61 is called at tcp://192.0.2.1:7000\n")
                .contains("The sandbox is up after")
                .doesNotContain("province 44");
        Matcher logs = Pattern.compile("(?m)^Logs +(\\S+)$").matcher(printed);
        assertThat(logs.find()).as(printed).isTrue();
        assertThat(Files.readString(Path.of(logs.group(1)).resolve("gateway.log")))
                .contains("2 profiles in service: [51, 61]");
    }

    @Test
    void saysThatThereIsNothingInTheFolder() throws Exception {
        assertThat(run(1)).contains("The sandbox did not start: ", "profiles has no profile; put CODE-name.yaml there");
    }

    /** What it prints. */
    private String run(int status) throws Exception {
        Path log = folder.resolve("printed.txt");
        Java command = Java.command(
                "-cp",
                System.getProperty("java.class.path"),
                "-Dexit=true",
                "-Dprofiles=" + profiles,
                Main.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command.words()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("TONGBAN_PROVINCE_61_PASSWORD", "secret-of-61");
        Process sandbox = builder.start();
        try {
            assertThat(sandbox.waitFor(10, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            // Not by force, so that it takes its servers with it.
            sandbox.destroy();
        }
        String printed = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(sandbox.exitValue()).as(printed).isEqualTo(status);
        return printed;
    }
}
