package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Runs the snippets of SIGNING.md as they stand, where their language is installed. */
class SigningSnippetsTest {

    private static final VectorFile.Case WITHHOLD =
            VectorFile.read().orElseThrow().named("withhold-ed25519");

    @TempDir
    private Path folder;

    @Test
    @EnabledIf("hasNode")
    void theNodeSnippetMakesTheSameSignature() throws Exception {
        assertThat(run("node", "node", "snippet.cjs")).containsExactlyElementsOf(signed());
    }

    @Test
    @EnabledIf("hasPython")
    void thePythonSnippetMakesTheSameSignatureAndVerifiesTheAnswer() throws Exception {
        assertThat(run("python", "python3", "snippet.py"))
                .containsAll(signed())
                .last()
                .isEqualTo("The answer is the gateway's, and it answers this request.");
    }

    static boolean hasNode() {
        return succeeds("node", "--version");
    }

    static boolean hasPython() {
        return succeeds("python3", "-c", "import cryptography");
    }

    private static List<String> signed() {
        return List.of("Content-Digest", "Signature-Input", "Signature").stream()
                .map(name -> name + ": " + WorkedExample.field(WITHHOLD, name))
                .toList();
    }

    private List<String> run(String snippet, String program, String fileName) throws Exception {
        Path source = folder.resolve(fileName);
        Files.writeString(source, SigningDocument.read().snippet(snippet).content());
        Path output = folder.resolve("output");
        assertThat(exitCode(output, program, source.toString()))
                .as(() -> text(output))
                .isZero();
        return Files.readAllLines(output);
    }

    private static boolean succeeds(String... command) {
        try {
            return exitCode(Files.createTempFile("snippet", ".out"), command) == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int exitCode(Path output, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static String text(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
