package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.sandbox.wire.CommandLineJar.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Programs are judged by what they send: one over the SDK, and the same by hand with a mistake. */
@ExtendWith(RunningSandbox.class)
class CertificationTest {
    private final TestSandbox sandbox;

    @TempDir
    Path folder;

    CertificationTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void aProgramOverTheSdkPassesEveryCaseAndItsReportIsVerifiableOffline() throws Exception {
        String id = started(sandbox.delivery());
        try (CertifiedProgram program = new CertifiedProgram(sandbox)) {
            program.run();

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(notPassed(read(sandbox.delivery(), id))).isEmpty());
            assertThat(verdicts(read(sandbox.delivery(), id))).hasSizeGreaterThanOrEqualTo(25);
        }

        Map<String, Object> claims = verified(report(sandbox.delivery(), id));
        assertThat(claims)
                .containsEntry("sub", id)
                .containsEntry("partner", "fengsong-delivery")
                .containsEntry("certified", true);
        assertThat(report(sandbox.delivery(), id)).as("the same each time").isEqualTo(report(sandbox.delivery(), id));
        sandbox.assertRefused(sandbox.ride().get("/v1/certifications/" + id), "certification-not-found");
    }

    @Test
    void whoRepeatsUnderAnotherKeyFailsThatCaseAloneAndSeesTheRequest() throws Exception {
        ByHand ride = sandbox.ride();
        String id = started(ride);
        String body = sandbox.registration("44");
        String provinces = "/v1/provinces";
        refused(ride, registration(ride, body, TestSandbox.key(), "rate-limited"));
        refused(ride, registration(ride, body, TestSandbox.key(), "unavailable-then-ok"));
        sandbox.wire().send(registration(ride, body, TestSandbox.key(), ""));
        sandbox.accepted(ride.get(provinces), 200);

        JsonNode run = awaited(
                ride,
                id,
                read -> verdicts(read).get("unavailable-register").equals("FAILED")
                        && verdicts(read).get("signed-read").equals("PASSED"));

        JsonNode failed = StreamSupport.stream(run.path("cases").spliterator(), false)
                .filter(each -> each.path("name").asText().equals("unavailable-register"))
                .findFirst()
                .orElseThrow();
        assertThat(failed.path("detail").asText()).contains("again");
        assertThat(sandbox.accepted(
                                ride.get("/v1/request-log/"
                                        + failed.path("requestId").asText()),
                                200)
                        .path("route")
                        .asText())
                .isEqualTo("/v1/workers");
        assertThat(verdicts(run)).containsEntry("lost-answer-register", "NOT_SEEN");
        assertThat(verdicts(run).values().stream().filter("FAILED"::equals)).hasSize(1);

        Map<String, Object> claims = verified(report(ride, id));
        assertThat(claims).containsEntry("certified", false);
    }

    @Test
    void runsOneAtATimeAndOnlyKnownSuites() {
        ByHand ride = sandbox.ride();
        sandbox.assertRefused(ride.post("/v1/certification-suites/bank/runs", ""), "suite-unknown");
        String id = started(ride);

        Answer refused =
                sandbox.assertRefused(ride.post("/v1/certification-suites/platform/runs", ""), "certification-running");
        assertThat(refused.json().path("detail").asText()).startsWith(id + " runs until ");

        assertThat(report(ride, id)).isNotEmpty();
        report(ride, started(ride));
    }

    @Test
    void aReportCountsWhatWasSentJustBeforeItAndReadsSayTheSameEverAfter() throws Exception {
        ByHand ride = sandbox.ride();
        String id = started(ride);
        // It asks for a scenario that it does not meet: the field is not signed.
        assertThat(sandbox.wire()
                        .send(ride.get("/v1/provinces").with("tongban-scenario", "rate-limited"))
                        .status())
                .isEqualTo(401);
        sandbox.accepted(ride.get("/v1/provinces"), 200);

        Answer early = sandbox.assertRefused(reporting(ride, id), "unavailable");
        sandbox.accepted(ride.get("/v1/withholdings?partnerReference=none"), 200);

        assertThat(Integer.parseInt(early.field("retry-after"))).isBetween(1, 5);
        List<?> cases = (List<?>) verified(report(ride, id)).get("cases");
        assertThat(cases)
                .anySatisfy(each -> assertThat(each).asString().contains("signed-read", "PASSED", "sha-256=:"));
        Map<String, String> verdicts = verdicts(read(ride, id));
        assertThat(verdicts)
                .containsEntry("signed-read", "PASSED")
                .containsEntry("rate-limited-read", "NOT_SEEN")
                .containsEntry("find-by-reference", "NOT_SEEN");
        assertThat(sandbox.count("with gone as (delete from request_log where client_id = 'kuaixing-ride'"
                        + " and request_digest is not null returning 1) select count(*) from gone"))
                .isPositive();
        assertThat(verdicts(read(ride, id))).isEqualTo(verdicts);
    }

    @Test
    void aRunMeetsAgainWhatTheOneBeforeItMet() {
        ByHand ride = sandbox.ride();
        for (int i = 0; i < 2; i++) {
            String id = started(ride);
            sandbox.assertRefused(
                    ride.signed(ride.unsigned("GET", "/v1/provinces", "").with("tongban-scenario", "rate-limited")),
                    "rate-limited");
            report(ride, id);
            assertThat(verdicts(read(ride, id))).containsEntry("rate-limited-read", "FAILED");
        }
    }

    @Test
    void signsNoRunOfAnotherVersionThanItHasTheCasesOf() {
        ByHand ride = sandbox.ride();
        String id = started(ride);
        assertThat(sandbox.count("with old as (update certification set suite_version = '0' where id = '" + id
                        + "' returning 1) select count(*) from old"))
                .isOne();

        sandbox.assertRefused(ride.get("/v1/certifications/" + id), "suite-unknown");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> sandbox.wire().send(reporting(ride, id)).status() == 404);
        report(ride, started(ride));
    }

    @Test
    void theCommandLineStartsShowsAndReports() throws Exception {
        CommandLineJar tongban = CommandLineJar.packaged(folder);
        List<String> profile = List.of(
                "--base-url",
                sandbox.gateway().toString(),
                "--issuer",
                sandbox.stack().keycloak().issuer("tongban").toString(),
                "--client-id",
                "kuaixing-ride",
                "--key",
                "key");
        Files.writeString(
                folder.resolve("key"),
                sandbox.stack().partnerKey("kuaixing-ride").toJSONString());

        Ended started = run(tongban, profile, "certify", "start");
        assertThat(started.exit()).as(started.err()).isZero();
        String id = started.out().split(" ", 3)[1];
        assertThat(run(tongban, profile, "certify", "show", id).exit())
                .as("nothing seen")
                .isEqualTo(1);
        Ended reported = run(tongban, profile, "certify", "report", id, "--out", "report.jws");

        assertThat(reported.exit()).as(reported.err()).isEqualTo(1);
        assertThat(reported.out()).contains("NOT_SEEN lost-answer-withhold");
        assertThat(verified(Files.readString(folder.resolve("report.jws")))).containsEntry("sub", id);
    }

    private static Ended run(CommandLineJar tongban, List<String> profile, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(profile);
        return tongban.run(all.toArray(String[]::new));
    }

    private void refused(ByHand partner, Call call) {
        assertThat(sandbox.wire().send(call).status()).as(partner.toString()).isGreaterThanOrEqualTo(429);
    }

    private static Call registration(ByHand partner, String body, String key, String scenario) {
        Call call = partner.unsigned("POST", "/v1/workers", body).with("idempotency-key", key);
        return partner.signed(scenario.isEmpty() ? call : call.with("tongban-scenario", scenario));
    }

    private String started(ByHand partner) {
        return sandbox.accepted(partner.post("/v1/certification-suites/platform/runs", ""), 201)
                .path("id")
                .asText();
    }

    private JsonNode read(ByHand partner, String id) {
        return sandbox.accepted(partner.get("/v1/certifications/" + id), 200);
    }

    private JsonNode awaited(ByHand partner, String id, Predicate<JsonNode> until) {
        return Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> read(partner, id), until);
    }

    private String report(ByHand partner, String id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> sandbox.wire().send(reporting(partner, id)), answer -> answer.status() == 201)
                .json()
                .path("jws")
                .asText();
    }

    private static Call reporting(ByHand partner, String id) {
        return partner.post("/v1/certifications/" + id + "/report", "");
    }

    private static Map<String, String> verdicts(JsonNode run) {
        return StreamSupport.stream(run.path("cases").spliterator(), false)
                .collect(Collectors.toMap(
                        each -> each.path("name").asText(),
                        each -> each.path("verdict").asText()));
    }

    private static List<String> notPassed(JsonNode run) {
        return StreamSupport.stream(run.path("cases").spliterator(), false)
                .filter(each -> !each.path("verdict").asText().equals("PASSED"))
                .map(JsonNode::toString)
                .toList();
    }

    private Map<String, Object> verified(String jws) throws Exception {
        JWSObject report = JWSObject.parse(jws);
        JWKSet keys = JWKSet.parse(sandbox.wire()
                .sendUnchecked(Call.of("GET", sandbox.gateway(), "/.well-known/jwks.json", ""))
                .json()
                .toString());
        assertThat(report.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(report.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(report.getHeader().getType().getType()).isEqualTo("tongban-certification+jwt");
        return report.getPayload().toJSONObject();
    }
}
