package io.tongban.province.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.farside.OpenSsh;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A province as an agency may have it: a stock OpenSSH server, a script behind it, one profile file, and no Java. */
class OpenSshProvinceTest {
    private static final Path RESOURCES = Path.of("src/test/resources/openssh");

    @TempDir
    Path folder;

    private CommandRun command;
    private OpenSsh server;
    private Process behind;

    @BeforeEach
    void start() throws Exception {
        Path base = Files.createDirectories(folder.resolve("exchange"));
        Files.createDirectories(base.resolve("upload/sb"));
        Files.createDirectories(base.resolve("download/sb"));
        server = new OpenSsh(folder);
        behind = new ProcessBuilder("python3", RESOURCES.resolve("province.py").toString(), base.toString())
                .redirectError(folder.resolve("province.log").toFile())
                .start();
        command = new CommandRun(folder, Clock.systemUTC());
        command.give("province", "97");
        command.give("profiles", RESOURCES.toString());
        command.give("tongban.province.97.endpoint", "sftp://127.0.0.1:" + server.port() + base);
        command.give("tongban.province.97.operator", OpenSsh.user());
        command.give("tongban.province.97.host-key", server.hostKey());
        command.give("tongban.province.97.client-key", server.key("client"));
    }

    @AfterEach
    void stop() throws Exception {
        behind.getOutputStream().close();
        behind.waitFor(10, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void isGreenInConformance() throws Exception {
        List<Finding> findings = command.run();

        assertThat(findings)
                .as(command.printed() + Files.readString(folder.resolve("province.log")))
                .noneMatch(Finding::failed);
        assertThat(findings.stream().filter(finding -> finding.verdict() instanceof Verdict.Passed))
                .hasSizeGreaterThan(12);
    }

    @Test
    void saysThatItsKeyIsNotLetIn() throws Exception {
        command.give("tongban.province.97.client-key", server.key("stranger"));

        assertThat(command.run().get(0).verdict().seen()).startsWith("the server refuses " + OpenSsh.user());
    }
}
