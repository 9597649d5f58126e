package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrphanGuardTest {
    /** A launcher with one server, which is idle; it prints the server's process id and waits. */
    static final class Launcher {
        public static void main(String[] args) throws Exception {
            Path log = Files.createTempFile("idle", ".log");
            Java idle = Java.command("-cp", System.getProperty("java.class.path"), Idle.class.getName());
            ChildProcess server = ChildProcess.start("idle", idle, Map.of(), log);
            System.out.println(server.process().pid());
            System.in.read();
        }
    }

    static final class Idle {
        public static void main(String[] args) throws Exception {
            Thread.currentThread().join(TimeUnit.MINUTES.toMillis(5));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNoServerBehindHoweverTheLauncherEnds(boolean killed) throws Exception {
        Process launcher = new ProcessBuilder(
                        Java.command("-cp", System.getProperty("java.class.path"), Launcher.class.getName())
                                .words())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.US_ASCII));
        ProcessHandle server = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
        assertThat(server.isAlive()).isTrue();

        if (killed) {
            launcher.destroyForcibly();
        } else {
            launcher.destroy();
        }

        assertThat(server.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }
}
