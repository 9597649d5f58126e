package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first program of the README, taken from the page, compiled, and run against the sandbox. */
@ExtendWith(RunningSandbox.class)
class QuickStartTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final TestSandbox sandbox;

    /** One rider for both pages, and nobody else's: other tests of this gateway register the examples' rider, too. */
    private static final String RIDER = People.citizenNumber(People.next());

    @TempDir
    Path folder;

    QuickStartTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theFirstProgramOfTheReadmeWithholds(String page) throws Exception {
        Path key = folder.resolve("fengsong-delivery.jwk.json");
        Files.writeString(key, sandbox.stack().partnerKey("fengsong-delivery").toJSONString());
        String program = program(page)
                .replace("11010519491231002X", RIDER)
                .replace("a-1\"", "quick-start\"")
                .replace("http://127.0.0.1:8080", sandbox.stack().gateway().toString())
                .replace("http://127.0.0.1:8180/realms/tongban", issuer())
                .replace("tongban/sandbox/target/partners/fengsong-delivery.jwk.json", key.toString());
        Path source = Files.writeString(folder.resolve("QuickStart.java"), program);

        int status =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(status).isZero();
        run();

        assertThat(sandbox.province("44").ledger().bookingsOf(RIDER))
                .singleElement()
                .satisfies(booking -> assertThat(booking.amountFen()).isEqualTo(110_200));
    }

    @Test
    void bothPagesShowTheSameProgram() throws IOException {
        assertThat(program("README.zh-CN.md").lines().filter(line -> !line.contains("//")))
                .containsExactlyElementsOf(program("README.md")
                        .lines()
                        .filter(line -> !line.contains("//"))
                        .toList());
    }

    private String issuer() {
        return sandbox.stack().keycloak().issuer("tongban").toString();
    }

    private void run() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("QuickStart").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
    }

    private static String program(String page) throws IOException {
        Matcher block = JAVA.matcher(Files.readString(Path.of("..", page)));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
