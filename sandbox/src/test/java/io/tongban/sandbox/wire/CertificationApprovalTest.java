package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.signature.ContentDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a report: an officer approves it for a province, and its partner sees it. */
@ExtendWith(RunningSandbox.class)
class CertificationApprovalTest {
    private final TestSandbox sandbox;

    @TempDir
    Path folder;

    CertificationApprovalTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void aCertifiedProgramIsApprovedForAProvinceAndItsPartnerSeesIt() throws Exception {
        String id = started(sandbox.delivery());
        try (CertifiedProgram program = new CertifiedProgram(sandbox)) {
            program.run();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> allPassed(read(sandbox.delivery(), id)));
        }
        sandbox.assertRefused(approving(sandbox.agency(), id, "{\"province\":\"44\"}"), "certification-not-ended");
        String jws = report(sandbox.delivery(), id);

        String others = ContentDigest.of("another".getBytes(US_ASCII));
        sandbox.assertRefused(approving(sandbox.agency(), id, order("44", others)), "certification-report-altered");
        sandbox.assertRefused(approving(sandbox.delivery(), id, "{\"province\":\"44\"}"), "scope-missing");
        String right = order("44", ContentDigest.of(jws.getBytes(US_ASCII)));
        JsonNode approved = sandbox.accepted(() -> approving(sandbox.agency(), id, right), 201);
        assertThat(sandbox.accepted(() -> approving(sandbox.agency(), id, right), 201))
                .as("a second time")
                .isEqualTo(approved);

        assertThat(approved.path("state").asText()).isEqualTo("APPROVED");
        assertThat(approved.path("partner").asText()).isEqualTo("fengsong-delivery");
        assertThat(read(sandbox.delivery(), id).at("/approvals"))
                .singleElement()
                .isEqualTo(approved);
        JsonNode listed = StreamSupport.stream(
                        sandbox.accepted(sandbox.delivery().get("/v1/certifications"), 200)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("certified").asBoolean()).isTrue();
        assertThat(listed.at("/approvals/0")).isEqualTo(approved);
        assertThat(sandbox.count("select count(*) from webhook_event where type = 'CERTIFICATION_APPROVED'"
                        + " and client_id = 'fengsong-delivery' and subject_id = '" + id + "'"))
                .isOne();
        assertThat(sandbox.count("select count(*) from audit where action = 'certification.approved'"
                        + " and actor_kind = 'officer' and subject_id = '" + id + "'"))
                .isOne();
        assertThat(sandbox.accepted(sandbox.delivery().get(page(id)), 200)
                        .path("html")
                        .asText())
                .startsWith("<!doctype html>")
                .contains("<pre>" + jws + "</pre>", "全部通过")
                .doesNotContain("<script");
    }

    @Test
    void theRunOfAnotherPartnerIsNobodysToListOrToRead() {
        String id = started(sandbox.ride());
        report(sandbox.ride(), id);

        sandbox.accepted(sandbox.ride().get(page(id)), 200);
        sandbox.assertRefused(sandbox.delivery().get(page(id)), "certification-not-found");
        assertThat(sandbox.accepted(sandbox.delivery().get("/v1/certifications?limit=200"), 200)
                        .toString())
                .doesNotContain(id);
    }

    @Test
    void whatWasNotPassedOrIsOfAnotherVersionIsNotApproved() {
        String id = started(sandbox.ride());
        sandbox.assertRefused(sandbox.ride().get(page(id)), "certification-not-ended");
        report(sandbox.ride(), id);

        sandbox.assertRefused(approving(sandbox.agency(), id, "{\"province\":\"44\"}"), "certification-not-passed");
        sandbox.assertRefused(approving(sandbox.agency(), id, "{\"province\":\"99\"}"), "province-unknown");
        sandbox.assertRefused(
                approving(sandbox.agency(), "crt_none", "{\"province\":\"44\"}"), "certification-not-found");
    }

    @Test
    void anAlteredReportIsNeitherShownNorApproved() {
        String id = started(sandbox.ride());
        report(sandbox.ride(), id);
        assertThat(sandbox.count("with altered as (update certification set report = overlay(report placing 'AAAA'"
                        + " from length(report) - 10) where id = '" + id + "' returning 1)"
                        + " select count(*) from altered"))
                .isOne();

        sandbox.assertRefused(sandbox.ride().get(page(id)), "certification-report-altered");
        sandbox.assertRefused(approving(sandbox.agency(), id, "{\"province\":\"44\"}"), "certification-report-altered");
    }

    @Test
    void theReportAsAFileReadsInABrowserOnAPhoneToo() throws Exception {
        String id = started(sandbox.ride());
        report(sandbox.ride(), id);
        Path file = folder.resolve("report.html");
        Files.writeString(
                file,
                sandbox.accepted(sandbox.ride().get(page(id)), 200).path("html").asText());

        try (Chromium browser = Chromium.start()) {
            browser.driver().get(file.toUri().toString());

            assertThat(browser.shows(id)).contains("未通过", "kuaixing-ride", "离线验证", "/.well-known/jwks.json");
            browser.judge("certification-report");
        }
    }

    private static String order(String province, String digest) {
        return "{\"province\":\"%s\",\"reportDigest\":\"%s\"}".formatted(province, digest);
    }

    private static String page(String id) {
        return "/v1/certifications/" + id + "/report/html";
    }

    private static Call approving(ByHand agency, String id, String order) {
        return agency.post("/v1/admin/certifications/" + id + "/approvals", order);
    }

    private String started(ByHand partner) {
        return sandbox.accepted(partner.post("/v1/certification-suites/platform/runs", ""), 201)
                .path("id")
                .asText();
    }

    private JsonNode read(ByHand partner, String id) {
        return sandbox.accepted(partner.get("/v1/certifications/" + id), 200);
    }

    private String report(ByHand partner, String id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> sandbox.wire().send(partner.post("/v1/certifications/" + id + "/report", "")),
                        answer -> answer.status() == 201)
                .json()
                .path("jws")
                .asText();
    }

    private static boolean allPassed(JsonNode run) {
        return StreamSupport.stream(run.path("cases").spliterator(), false)
                .allMatch(each -> each.path("verdict").asText().equals("PASSED"));
    }
}
