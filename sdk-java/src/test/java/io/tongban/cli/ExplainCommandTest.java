package io.tongban.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.signature.ReceivedBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages are those of SIGNING.md, whose every octet another test checks. */
class ExplainCommandTest {
    private static final String BASE_URL = "https://api.tongban.example";

    @TempDir
    Path folder;

    private String page;
    private Commands commands;
    private Path request;
    private Path key;

    @BeforeEach
    void example() throws IOException {
        page = Files.readString(Path.of("../openapi/SIGNING.md"));
        commands = new Commands(folder);
        request = written("request", block("example: withhold-ed25519 message"));
        key = written("key", block("key: partner-ed25519"));
    }

    @Test
    void showsTheBaseAndTheVerdictOfARequest() {
        assertThat(explain(request)).as(commands.out()).isZero();

        assertThat(commands.out())
                .contains("request POST https://api.tongban.example/v1/withholdings")
                .contains("  \"@target-uri\": https://api.tongban.example/v1/withholdings")
                .contains("verdict: the signature holds, judged at 2026-11-02T01:00:00Z")
                // A token is shown to nobody who looks over a shoulder.
                .doesNotContain("Bearer");
    }

    @Test
    void judgesTheAgeWhereItIsToldWhenTheRequestArrived() {
        assertThat(explain(request, "--at", "2026-11-02T01:01:01Z")).isEqualTo(1);

        assertThat(commands.out()).contains("verdict: signature-expired", "advice");
    }

    @Test
    void marksTheFirstOctetThatAnotherBaseHasDifferent() throws IOException {
        String base = block("example: withhold-ed25519 base");
        Path same = written("same", base);
        Path other = written("other", base.replace("application/json", "application/Json"));
        Path ends = written("ends", base + "\n");
        Path carriage = written("carriage", base.replace("\n", "\r\n"));

        assertThat(explain(request, "--base", same.toString())).isZero();
        assertThat(commands.out()).contains("your base: the same, to the last octet");

        assertThat(explain(request, "--base", other.toString())).isEqualTo(1);
        int offset = base.indexOf("application/json") + "application/".length();
        assertThat(commands.out())
                .contains("first difference at octet " + offset + ", in line 5 (\"content-type\")")
                .contains("0x6a 'j' here, 0x4a 'J' in yours");
        List<String> lines = commands.out().lines().toList();
        int mark = lines.indexOf(
                lines.stream().filter(line -> line.endsWith("^")).findFirst().orElseThrow());
        int column = lines.get(mark).indexOf('^');
        assertThat(lines.get(mark - 1).charAt(column)).isEqualTo('J');
        assertThat(lines.get(mark - 2).charAt(column)).isEqualTo('j');

        assertThat(explain(request, "--base", ends.toString())).isEqualTo(1);
        assertThat(commands.out()).contains("no line end after it");

        assertThat(explain(request, "--base", carriage.toString())).isEqualTo(1);
        assertThat(commands.out()).contains("a base has LF alone");
    }

    @Test
    void comparesABaseThatWasShownWithoutItsToken() throws IOException {
        String shown = ReceivedBase.withoutToken(block("example: withhold-ed25519 base"));
        assertThat(shown).doesNotContain("Bearer");

        assertThat(explain(request, "--base", written("shown", shown).toString()))
                .isZero();

        Path other = written("other", shown.replace("POST", "PUT"));
        assertThat(explain(request, "--base", other.toString())).isEqualTo(1);
        assertThat(commands.out()).contains("in line 1 (\"@method\")");
    }

    @Test
    void findsALineEndThatAnEditorAppendedToTheBody() throws IOException {
        Path edited = written("edited", Files.readString(request) + "\n");

        assertThat(explain(edited)).isEqualTo(1);

        assertThat(commands.out())
                .contains("without its last line end", "verdict: digest-mismatch")
                .contains("\"@method\": POST");
    }

    @Test
    void looksAtTheBaseUrlAndNeverAtTheHostField() throws IOException {
        Path elsewhere = written("elsewhere", Files.readString(request).replace("Host: api", "Host: evil"));

        assertThat(explain(elsewhere)).isZero();
        assertThat(commands.run("explain", request.toString(), "--keys", key.toString()))
                .isEqualTo(2);
        assertThat(commands.err()).contains("never reads Host");
        assertThat(commands.run(
                        "explain", request.toString(), "--keys", key.toString(), "--base-url", BASE_URL + ":443"))
                .isEqualTo(1);
        assertThat(commands.out()).contains("verdict: signature-invalid");
    }

    @Test
    void explainsAnAnswerWithItsRequest() throws IOException {
        Path answer = written("answer", block("example: withhold-answer-ed25519 message"));
        Path gateway = written("gateway", block("key: gateway-ed25519"));
        String[] words = {
            "explain",
            answer.toString(),
            "--request",
            request.toString(),
            "--keys",
            gateway.toString(),
            "--base-url",
            BASE_URL
        };

        assertThat(commands.run(words)).as(commands.err()).isZero();
        assertThat(commands.out()).contains("answer 202 to POST", "\"@status\": 202", "verdict: the signature holds");

        written(
                "answer",
                block("example: withhold-answer-ed25519 message").replace("\"revision\":1", "\"revision\":2"));
        assertThat(commands.run(words)).isEqualTo(1);
        assertThat(commands.out()).contains("verdict: digest-mismatch");
    }

    @Test
    void saysWhatItCannotReadAndShowsNothingOfIt() throws IOException {
        Path noise = written("noise", "POST /v1 HTTP/1.1\nno field at all\n\n");

        assertThat(explain(noise)).isEqualTo(2);
        assertThat(commands.err()).contains("Line 2 is no field");
        assertThat(explain(folder.resolve("missing"))).isEqualTo(2);
        assertThat(explain(folder)).isEqualTo(2);
    }

    private int explain(Path file, String... more) {
        String[] first = {"explain", file.toString(), "--keys", key.toString(), "--base-url", BASE_URL};
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return commands.run(all);
    }

    private Path written(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(US_ASCII));
    }

    private String block(String mark) {
        Matcher found = Pattern.compile("(?s)<!-- " + Pattern.quote(mark) + " -->\\s*```[a-z]+\\n(.*?)\\n```")
                .matcher(page);
        assertThat(found.find()).as(mark).isTrue();
        return found.group(1);
    }
}
