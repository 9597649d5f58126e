package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.wire.CommandLineJar.Ended;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an engineer does by hand with the packaged command, against the packaged gateway. */
@ExtendWith(RunningSandbox.class)
class CommandLineTest {
    /** No other test leaves anything under way by it: the next event of its own is this test's. */
    private static final String ALONE = "yuntu-freight";

    private final TestSandbox sandbox;
    private CommandLineJar tongban;

    @TempDir
    Path folder;

    CommandLineTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void logIn() throws Exception {
        tongban = CommandLineJar.packaged(folder);
        logIn("fengsong-delivery");
    }

    private void logIn(String partner) throws Exception {
        Path key = Files.writeString(
                folder.resolve(partner + ".jwk.json"),
                sandbox.stack().partnerKey(partner).toJSONString());
        Ended login = tongban.run(
                "login",
                "--base-url",
                sandbox.gateway().toString(),
                "--issuer",
                sandbox.stack().keycloak().issuer("tongban").toString(),
                "--client-id",
                partner,
                "--key",
                key.toString());
        assertThat(login.exit()).as(login.err()).isZero();
        assertThat(login.err()).isEmpty();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("home/default.profile.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void callsAndSaysWhatToDoWhereItIsRefused() throws Exception {
        Ended status = tongban.run("status");
        assertThat(status.exit()).as(status.err()).isZero();
        assertThat(status.out()).contains("44 Guangdong", "signature taken");

        Ended provinces = tongban.run("call", "GET", "/v1/provinces");
        assertThat(provinces.exit()).as(provinces.err()).isZero();
        assertThat(provinces.out()).contains("\"nameEn\" : \"Guangdong\"");
        assertThat(provinces.err()).contains("HTTP 200, signed by the gateway");

        Path body = Files.writeString(folder.resolve("body"), "{\"partnerReference\":\"cli-1\",\"nickname\":\"x\"}");
        Ended refused = tongban.run("call", "POST", "/v1/workers", "--body", body.toString(), "--idempotency-key");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("field-unknown: ", "advice    Remove", "field     /nickname", "trace ");
    }

    @Test
    void endsWithOneWhereTheGatewayRefusesWhateverTheCommand() throws Exception {
        for (String[] words : List.of(
                new String[] {"timeline", "wh_01kandb7vq5zrp5nh3qj8m2c4x"},
                new String[] {"explain", "--id", "req_01kandb7vq5zrp5nh3qj8m2c4x"},
                new String[] {"webhooks", "poll", "--cursor", "cursor"})) {
            Files.writeString(folder.resolve("cursor"), "AAAA");
            Ended refused = tongban.run(words);
            assertThat(refused.exit()).as(refused.err()).isEqualTo(1);
            assertThat(refused.err()).containsPattern("(withholding-not-found|request-not-found|cursor-invalid): ");
        }
    }

    @Test
    void listsWhatCanBeTried() throws Exception {
        Ended listed = tongban.run("scenario", "list");

        assertThat(listed.exit()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("lost-answer ", "lost-reply ", "for POST /v1/withholdings");
    }

    @Test
    void explainsWhatItSavedWithoutNetworkAndMarksWhatDiffers() throws Exception {
        Ended call = tongban.run("call", "GET", "/v1/provinces", "--save", "saved");
        assertThat(call.exit()).as(call.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("saved.request"))))
                .isEqualTo("rw-------");

        Ended request = tongban.run("explain", "saved.request");
        assertThat(request.exit()).as(request.out() + request.err()).isZero();
        assertThat(request.out()).contains("verdict: the signature holds").doesNotContain("Bearer");

        Ended answer = tongban.run("explain", "saved.answer", "--request", "saved.request");
        assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out()).contains("answer 200 to GET", "verdict: the signature holds");

        String base = request.out()
                .lines()
                .dropWhile(line -> !line.startsWith("base,"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .map(line -> line.substring(2))
                .reduce((one, other) -> one + "\n" + other)
                .orElseThrow();
        Files.writeString(folder.resolve("base"), base.replace("/v1/provinces", "/v1/provinces/"));
        Ended different = tongban.run("explain", "saved.request", "--base", "base");
        assertThat(different.exit()).isEqualTo(1);
        assertThat(different.out()).contains("in line 2 (\"@target-uri\"): 0x0a here, 0x2f '/' in yours");
    }

    @Test
    void signsARequestThatTheGatewayTakes() throws Exception {
        Ended signed = tongban.run("sign", "GET", "/v1/webhook-endpoints", "--show-base");
        assertThat(signed.exit()).as(signed.err()).isZero();
        assertThat(signed.err()).contains("\"@method\": GET").doesNotContain("Bearer");

        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.gateway() + "/v1/webhook-endpoints"));
        signed.out().lines().skip(1).filter(line -> line.contains(": ")).forEach(line -> {
            int colon = line.indexOf(": ");
            request.header(line.substring(0, colon), line.substring(colon + 2));
        });
        assertThat(HttpClient.newHttpClient()
                        .send(request.build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void listensForWebhooksAndSaysWhatIsWrongWithAForgery() throws Exception {
        logIn(ALONE);
        ByHand alone = sandbox.partner(ALONE);
        try (CommandLineJar.Running listening = tongban.start("webhooks", "listen", "--port", "0", "--count", "1")) {
            String url = Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> url(listening.remarked()), found -> !found.isEmpty());
            assertThat(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(url))
                                            .POST(BodyPublishers.ofString("{}"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(401);
            String endpoint = sandbox.accepted(
                            alone.post(
                                    "/v1/webhook-endpoints",
                                    "{\"url\":\"" + url + "\",\"events\":[\"worker.enrolled\"]}"),
                            201)
                    .get("id")
                    .asText();
            try {
                String worker = new Insuring(sandbox).enrolled(alone, "44", People.next());

                Ended ended = listening.end(60);
                assertThat(ended.exit()).as(ended.err()).isZero();
                assertThat(ended.out()).contains("\"type\" : \"worker.enrolled\"", worker);
                assertThat(ended.err()).contains("refused: signature-missing");
            } finally {
                sandbox.accepted(
                        alone.signed(alone.unsigned("DELETE", "/v1/webhook-endpoints/" + endpoint, "")
                                .with("idempotency-key", TestSandbox.key())),
                        204);
            }
        }
    }

    /** Behind a firewall: no endpoint is registered, and none could be reached. */
    @Test
    void asksForEventsWhereNoWebhookCanComeAndGoesOnWhereItEnded() throws Exception {
        logIn(ALONE);
        ByHand alone = sandbox.partner(ALONE);
        try (CommandLineJar.Running polling = tongban.start("webhooks", "poll", "--cursor", "cursor", "--count", "1")) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> polling.remarked().contains("Waiting"));
            String worker = new Insuring(sandbox).enrolled(alone, "44", People.next());

            Ended ended = polling.end(60);
            assertThat(ended.exit()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("\"type\" : \"worker.enrolled\"", worker);

            String missed = new Insuring(sandbox).enrolled(alone, "44", People.next());
            Ended again = tongban.run("webhooks", "poll", "--cursor", "cursor", "--count", "1");
            assertThat(again.out()).contains(missed).doesNotContain(worker);

            Ended since = tongban.run("webhooks", "poll", "--since", "2026-01-01T00:00:00Z", "--count", "2");
            assertThat(since.out()).contains("worker.enrolled");
        }
    }

    @Test
    void makesAKeyAndCompletesInAShell() throws Exception {
        Ended made = tongban.run("keys", "new", "--type", "ed25519", "--key-id", "mine", "--out", "mine.jwk.json");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).contains("\"kid\":\"mine\"").doesNotContain("\"d\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("mine.jwk.json"))))
                .isEqualTo("rw-------");

        Ended completion = tongban.run("generate-completion");
        assertThat(completion.out()).contains("complete -F", "webhooks", "--idempotency-key");
        assertThat(tongban.run("nonsense").exit()).isEqualTo(2);
    }

    /** Who depends on the SDK gets neither the command line nor its parser. */
    @Test
    void isNoPartOfTheSdk() throws Exception {
        String sdk = tongban.jar().toString().replace("-cli.jar", ".jar");
        try (JarFile jar = new JarFile(sdk)) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains("io/tongban/sdk/Tongban.class")
                    .noneMatch(name -> name.startsWith("io/tongban/cli") || name.startsWith("picocli"));
        }
    }

    private static String url(String remarks) {
        Matcher found = Pattern.compile("for webhooks to (\\S+)").matcher(remarks);
        return found.find() ? found.group(1) : "";
    }
}
