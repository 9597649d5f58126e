package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.wire.CommandLineJar.Ended;
import io.tongban.sandbox.wire.People.Insured;
import io.tongban.signature.ReceivedBase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A partner sees what the gateway saw of its requests, and of nobody else's. */
@ExtendWith(RunningSandbox.class)
class RequestLogTest {
    private final TestSandbox sandbox;

    @TempDir
    Path folder;

    RequestLogTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void keepsTheBaseThatTheGatewayComputedForWhoeverSignedAnother() {
        Call signed = sandbox.delivery().post("/v1/workers", TestSandbox.REGISTRATION);
        Call sent = signed.with("idempotency-key", "another-key");

        JsonNode request = logged(sandbox.delivery(), refused(sent, "signature-invalid"));

        assertThat(request.path("route").asText()).isEqualTo("/v1/workers");
        assertThat(request.path("status").asInt()).isEqualTo(401);
        assertThat(request.path("code").asText()).isEqualTo("signature-invalid");
        assertThat(request.path("detail").asText()).contains("does not verify");
        assertThat(request.path("signatureBase").asText())
                .isEqualTo(ReceivedBase.ofRequest(sent.message()).withoutToken())
                .contains("\"idempotency-key\": another-key")
                .doesNotContain("Bearer");
    }

    @Test
    void showsNobodyTheRequestsOfAnother() {
        String trace = refused(
                sandbox.delivery().get("/v1/provinces").replacing("signature-input", "created=1", "created=2"),
                "signature-");
        String id = logged(sandbox.delivery(), trace).path("id").asText();

        assertThat(found(sandbox.ride(), trace)).isEmpty();
        sandbox.assertRefused(sandbox.ride().get("/v1/request-log/" + id), "request-not-found");
        assertThat(sandbox.wire()
                        .send(sandbox.delivery().get("/v1/request-log/" + id))
                        .status())
                .isEqualTo(200);
    }

    /** A key of another partner's: the base is the token's owner's to see, since it sent the request. */
    @Test
    void givesTheBaseToTheOwnerOfTheTokenAndNotToTheOwnerOfTheKey() {
        Call foreign = sandbox.delivery()
                .get("/v1/provinces")
                .with("authorization", "Bearer " + sandbox.ride().token().get());
        String trace = refused(foreign.signed(sandbox.delivery().signer(), Clock.systemUTC()), "signature-key-foreign");

        assertThat(logged(sandbox.ride(), trace).path("signatureBase").asText()).contains("\"@method\": GET");
        assertThat(found(sandbox.delivery(), trace)).isEmpty();
    }

    @Test
    void keepsNothingOfARequestWithoutARightToken() {
        long before = sandbox.count("select count(*) from request_log where code like 'token-%'");
        sandbox.assertRefused(
                sandbox.delivery().get("/v1/provinces").with("authorization", "Bearer a.b.c"), "token-invalid");
        logged(sandbox.delivery(), refused(unknownField(), "parameter-unknown"));

        assertThat(sandbox.count("select count(*) from request_log where code like 'token-%'"))
                .isEqualTo(before);
    }

    @Test
    void findsWhatWasAskedAboutAWithholdingAndWhoMadeIt() {
        Insured insured = new Insuring(sandbox).insured(sandbox.delivery(), "44");
        String id = sandbox.accepted(
                        sandbox.delivery()
                                .post("/v1/withholdings", People.order(insured, "2026-07", Insuring.AMOUNT_FEN)),
                        202)
                .get("id")
                .asText();
        sandbox.accepted(sandbox.delivery().get("/v1/withholdings/" + id), 200);

        JsonNode items = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> items("/v1/request-log?subjectId=" + id, sandbox.delivery()), found -> found.size() >= 2);

        assertThat(items.get(items.size() - 1).path("method").asText()).isEqualTo("POST");
        assertThat(items.get(items.size() - 1).path("status").asInt()).isEqualTo(202);
        assertThat(items.get(0).path("route").asText()).isEqualTo("/v1/withholdings/{withholdingId}");
    }

    @Test
    void tellsInOneOrderWhatHappenedAboutAWithholding() {
        Insured insured = new Insuring(sandbox).insured(sandbox.delivery(), "44");
        String id = sandbox.accepted(
                        sandbox.delivery()
                                .post("/v1/withholdings", People.order(insured, "2026-08", Insuring.AMOUNT_FEN)),
                        202)
                .get("id")
                .asText();
        new Insuring(sandbox).settled(sandbox.delivery(), id);

        JsonNode items = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> items("/v1/withholdings/" + id + "/timeline", sandbox.delivery()),
                        found -> found.findValuesAsText("kind").containsAll(List.of("REQUEST", "PROVINCE", "EVENT")));

        assertThat(items.get(0).path("what").asText()).isEqualTo("POST /v1/withholdings");
        assertThat(items.findValuesAsText("what")).contains("sent", "withholding.confirmed");
        assertThat(items.findValuesAsText("at").stream().map(Instant::parse)).isSorted();
        sandbox.assertRefused(sandbox.ride().get("/v1/withholdings/" + id + "/timeline"), "withholding-not-found");
    }

    /** Whoever repeats after a lost answer finds both requests beside each other. */
    @Test
    void tellsOfARepetitionWhereItTellsOfTheFirst() {
        Insured insured = new Insuring(sandbox).insured(sandbox.delivery(), "44");
        String order = People.order(insured, "2026-09", Insuring.AMOUNT_FEN);
        String key = TestSandbox.key();
        String id = sandbox.accepted(withheld(order, key), 202).path("id").asText();
        assertThat(sandbox.wire().send(withheld(order, key)).field("idempotent-replayed"))
                .isEqualTo("true");

        JsonNode items = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> items("/v1/withholdings/" + id + "/timeline", sandbox.delivery()),
                        found -> found.findValuesAsText("what").stream()
                                        .filter("POST /v1/withholdings"::equals)
                                        .count()
                                >= 2);

        assertThat(items.findValuesAsText("what").stream().filter("POST /v1/withholdings"::equals))
                .hasSize(2);
    }

    private Call withheld(String order, String key) {
        return sandbox.delivery()
                .signed(sandbox.delivery()
                        .unsigned("POST", "/v1/withholdings", order)
                        .with("idempotency-key", key));
    }

    @Test
    void knowsWhatARequestMadeWhateverItIs() {
        String worker = sandbox.accepted(sandbox.delivery().post("/v1/workers", sandbox.registration("44")), 201)
                .path("id")
                .asText();

        JsonNode items = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> items("/v1/request-log?subjectId=" + worker, sandbox.delivery()),
                        found -> !found.isEmpty());

        assertThat(items.get(items.size() - 1).path("route").asText()).isEqualTo("/v1/workers");
    }

    @Test
    void keepsNoNumberThatASenderPutBehindAPrefixOfOurs() {
        String number = People.citizenNumber(People.next()).toLowerCase(Locale.ROOT);
        String trace = refused(sandbox.delivery().get("/v1/workers/wkr_" + number), "");

        assertThat(logged(sandbox.delivery(), trace).has("subjectId")).isFalse();
        assertThat(sandbox.count("select count(*) from request_log where request_log::text like '%" + number + "%'"))
                .isZero();
    }

    /** Of a path only its template is kept, of a query nothing, and of a base no number that is a person's. */
    @Test
    void takesNoLineBreakAndNoPersonalNumberFromASender() {
        String number = People.citizenNumber(People.next());
        Call call = sandbox.delivery().get("/v1/workers/wkr_1");
        String masked = refused(call.withTarget("/v1/workers/" + number + "?x=" + number), "signature-invalid");
        String broken = refused(call.withTarget("/v1/workers/" + number + "%0d%0aINFO%20forged"), "");

        JsonNode first = logged(sandbox.delivery(), masked);
        JsonNode second = logged(sandbox.delivery(), broken);

        assertThat(first.path("route").asText()).isEqualTo("/v1/workers/{workerId}");
        assertThat(first.path("signatureBase").asText()).contains("/v1/workers/" + "*".repeat(18) + "?x=");
        assertThat(second.path("route").asText()).isEqualTo("/v1/workers/{workerId}");
        assertThat(first.toString() + second).doesNotContain(number, "forged\n", "\\r", "\r");
        assertThat(sandbox.count("select count(*) from request_log where request_log::text like '%" + number + "%'"))
                .isZero();
    }

    @Test
    void isExplainedByTheCommandLineWithTheFirstOctetMarked() throws Exception {
        Call signed = sandbox.delivery().get("/v1/provinces");

        Ended explained = explained(signed, signed.withTarget("/v1/provinces?limit=1"));

        assertThat(explained.exit()).as(explained.err()).isEqualTo(1);
        assertThat(explained.out())
                .contains("verdict: signature-invalid", "advice")
                .contains("in line 2 (\"@target-uri\"): 0x3f '?' here, 0x0a in yours");
    }

    @Test
    void isExplainedBehindANumberOfWhichStarsAreKept() throws Exception {
        String number = People.citizenNumber(People.next());
        Call signed = sandbox.delivery().get("/v1/workers/" + number + "?x=1");

        Ended explained = explained(signed, signed.withTarget("/v1/workers/" + number + "?x=2"));

        assertThat(explained.exit()).as(explained.err()).isEqualTo(1);
        assertThat(explained.out()).contains("0x32 '2' here, 0x31 '1' in yours").doesNotContain(number);
    }

    private Ended explained(Call signed, Call sent) throws Exception {
        String trace = refused(sent, "signature-invalid");
        logged(sandbox.delivery(), trace);
        Files.writeString(
                folder.resolve("base"),
                ReceivedBase.ofRequest(signed.message()).base().text());
        Files.writeString(
                folder.resolve("key"),
                sandbox.stack().partnerKey("fengsong-delivery").toJSONString());

        return CommandLineJar.packaged(folder)
                .run(
                        "explain",
                        "--id",
                        trace,
                        "--base",
                        "base",
                        "--base-url",
                        sandbox.gateway().toString(),
                        "--issuer",
                        sandbox.stack().keycloak().issuer("tongban").toString(),
                        "--client-id",
                        "fengsong-delivery",
                        "--key",
                        "key");
    }

    private Call unknownField() {
        return sandbox.delivery().get("/v1/provinces?nonsense=1");
    }

    /** @return its trace id */
    private String refused(Call call, String code) {
        Answer answer = sandbox.wire().send(call);
        assertThat(answer.text("code")).startsWith(code);
        return answer.text("traceId");
    }

    private JsonNode logged(ByHand partner, String trace) {
        JsonNode found = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> found(partner, trace), items -> items.size() == 1);
        return sandbox.accepted(
                partner.get("/v1/request-log/" + found.get(0).path("id").asText()), 200);
    }

    private JsonNode found(ByHand partner, String trace) {
        return items("/v1/request-log?traceId=" + trace, partner);
    }

    private JsonNode items(String target, ByHand partner) {
        return sandbox.accepted(partner.get(target), 200).path("items");
    }
}
