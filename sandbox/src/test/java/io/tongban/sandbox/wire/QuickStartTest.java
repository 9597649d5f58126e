package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                CommandLineJar.packaged(folder).jar().toString(),
                                "-d",
                                folder.toString(),
                                source.toString()))
                .isZero();
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

    /** Maven 3.8 compiles for a Java that has no records unless it is told otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theProjectOfThePageCompilesForTheSdksJava(String page) throws IOException {
        String readme = Files.readString(Path.of("..", page));
        String version = Pattern.compile("<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("..", "sdk-java", "pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(readme)
                .contains("<maven.compiler.source>17</maven.compiler.source>")
                .contains("<maven.compiler.target>17</maven.compiler.target>")
                .contains("<artifactId>tongban-sdk</artifactId>\n  <version>" + version + "</version>");
    }

    private String issuer() {
        return sandbox.stack().keycloak().issuer("tongban").toString();
    }

    /** In a JVM with nothing but the SDK, which leaves no thread behind: Maven would wait for it. */
    private void run() throws Exception {
        Path printed = folder.resolve("printed.txt");
        String classPath = String.join(
                File.pathSeparator,
                CommandLineJar.packaged(folder).jar().toString(),
                folder.toString(),
                Path.of(ProgramInItsGroup.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        ProgramInItsGroup.class.getName(),
                        "QuickStart")
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(program.waitFor(5, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.exitValue()).as(Files.readString(printed)).isZero();
        assertThat(Files.readString(printed)).contains("CONFIRMED");
    }

    private static String program(String page) throws IOException {
        Matcher block = JAVA.matcher(Files.readString(Path.of("..", page)));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
