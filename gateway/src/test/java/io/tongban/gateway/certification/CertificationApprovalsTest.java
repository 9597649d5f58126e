package io.tongban.gateway.certification;

import static io.tongban.gateway.certification.CertificationFixture.ANOTHER_OFFICER;
import static io.tongban.gateway.certification.CertificationFixture.OFFICER;
import static io.tongban.gateway.certification.CertificationFixture.OTHER;
import static io.tongban.gateway.certification.CertificationFixture.PARTNER;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.trust.keys.CompactJws;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an agency may approve, what comes of it, and when it ends; in the database. */
class CertificationApprovalsTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private final CertificationFixture fixture = new CertificationFixture();

    @Test
    void approvesForAYearAndKeepsWhoWhenAndWhere() {
        CertificationRun run = fixture.certified(PARTNER);

        Approved approved = fixture.approve(run.id());

        assertThat(approved)
                .isEqualTo(new Approved(
                        run.id(),
                        PARTNER,
                        CertificationFixture.GUANGDONG,
                        "v1",
                        "tongban-agency",
                        House.NOW,
                        House.NOW.plus(YEAR)));
        assertThat(kept(run)).containsExactly(approved);
        assertThat(fixture.house.who("certification.approved")).containsExactly("officer tongban-agency of " + PARTNER);
        assertThat(fixture.house.audited("certification.approved"))
                .singleElement()
                .satisfies(facts -> {
                    assertThat(facts.path("province").asText()).isEqualTo("44");
                    assertThat(facts.path("expiresAt").asText()).isEqualTo("2027-11-23T04:00:00Z");
                    assertThat(facts.path("reportDigest").asText()).isEqualTo(digest(run));
                });
        assertThat(fixture.events()).containsExactly(PARTNER + " CERTIFICATION_APPROVED");
    }

    @Test
    void theEventSaysWhatWasApprovedAndWhereAndUntilWhen() {
        CertificationRun run = fixture.certified(PARTNER);
        fixture.approve(run.id());

        JsonNode event = fixture.event();

        assertThat(event.path("type").asText()).isEqualTo("certification.approved");
        assertThat(event.at("/approval/certificationId").asText()).isEqualTo(run.id());
        assertThat(event.at("/approval/province").asText()).isEqualTo("44");
        assertThat(event.at("/approval/state").asText()).isEqualTo("APPROVED");
        assertThat(event.at("/approval/contract").asText()).isEqualTo("v1");
        assertThat(event.at("/approval").has("expiresAt")).isTrue();
    }

    @Test
    void anOfficerWhoApprovesTwiceHasTheSameAnswerAndNothingHappensAgain() {
        CertificationRun run = fixture.certified(PARTNER);
        Approved first = fixture.approve(run.id());
        fixture.house.clock.advance(Duration.ofDays(7));

        assertThat(fixture.approve(run.id())).isEqualTo(first);
        assertThat(fixture.approve(ANOTHER_OFFICER, run.id(), "44", null)).isEqualTo(first);

        assertThat(kept(run)).containsExactly(first);
        assertThat(fixture.house.who("certification.approved")).hasSize(1);
        assertThat(fixture.events()).hasSize(1);
    }

    @Test
    void officersWhoApproveAtTheSameMomentAreAnsweredAlikeAndTheFirstOneIsKept() throws Exception {
        CertificationRun run = fixture.certified(PARTNER);

        List<String> outcomes =
                Crowd.run(8, i -> () -> fixture.approve(new Principal.Officer("agency-" + i), run.id(), "44", null));

        assertThat(outcomes).isEqualTo(Collections.nCopies(8, "ok"));
        assertThat(kept(run)).hasSize(1);
        assertThat(fixture.house.who("certification.approved")).hasSize(1);
        assertThat(fixture.events()).hasSize(1);
    }

    @Test
    void eachProvinceIsApprovedByItself() {
        CertificationRun run = fixture.certified(PARTNER);
        fixture.approve(run.id());
        fixture.house.clock.advance(Duration.ofDays(30));
        fixture.approve(ANOTHER_OFFICER, run.id(), "51", null);

        assertThat(kept(run)).extracting(each -> each.province().value()).containsExactly("44", "51");
        assertThat(kept(run)).extracting(Approved::by).containsExactly("tongban-agency", "agency-two");
        assertThat(kept(run))
                .extracting(Approved::expiresAt)
                .containsExactly(House.NOW.plus(YEAR), House.NOW.plus(YEAR).plus(Duration.ofDays(30)));
        assertThat(fixture.events()).hasSize(2);
    }

    @Test
    void refusesProvincesThatAreNotConnected() {
        CertificationRun run = fixture.certified(PARTNER);

        assertProblem(ProblemType.PROVINCE_UNKNOWN, "/province", () -> fixture.approve(OFFICER, run.id(), "99", null));
        assertProblem(ProblemType.PROVINCE_UNKNOWN, "/province", () -> fixture.approve(OFFICER, run.id(), "11", null));
        assertNothingHappened();
    }

    @Test
    void refusesWhatHasNoReport() {
        assertProblem(
                ProblemType.CERTIFICATION_NOT_ENDED,
                null,
                () -> fixture.approve(fixture.running(PARTNER).id()));
        assertProblem(ProblemType.CERTIFICATION_NOT_FOUND, null, () -> fixture.approve("crt_none"));
        assertNothingHappened();
    }

    @Test
    void refusesARunThatWasNotPassed() {
        CertificationRun run = fixture.reported(PARTNER, Map.of("certified", false));

        assertProblem(ProblemType.CERTIFICATION_NOT_PASSED, null, () -> fixture.approve(run.id()));
        assertNothingHappened();
    }

    @Test
    void refusesARunOfAnotherVersionOfSuiteOrContract() {
        CertificationRun suite = fixture.reported(PARTNER, Map.of("version", "0"));
        CertificationRun gone = fixture.reported(PARTNER, Map.of("suite", "bank"));
        CertificationRun contract = fixture.reported(PARTNER, Map.of("contract", "v0"));

        for (CertificationRun run : List.of(suite, gone, contract)) {
            assertProblem(ProblemType.CERTIFICATION_SUPERSEDED, null, () -> fixture.approve(run.id()));
        }
        assertNothingHappened();
    }

    @Test
    void refusesARunThatEndedAYearAgo() {
        CertificationRun run = fixture.certified(PARTNER);
        fixture.house.clock.advance(YEAR.minusMillis(1));
        assertThat(fixture.approve(run.id()).at()).isEqualTo(fixture.house.clock.instant());

        fixture.house.clock.advance(Duration.ofMillis(1));

        assertProblem(ProblemType.CERTIFICATION_EXPIRED, null, () -> fixture.approve(OFFICER, run.id(), "51", null));
    }

    @Test
    void nobodyApprovesItsOwn() {
        CertificationRun run = fixture.certified("tongban-agency");

        assertProblem(ProblemType.CERTIFICATION_OWN, null, () -> fixture.approve(run.id()));
        assertNothingHappened();
        assertThat(fixture.approve(ANOTHER_OFFICER, run.id(), "44", null).by()).isEqualTo("agency-two");
    }

    @Test
    void anApprovalEndsAfterItsTimeAndIsNotGivenAgain() {
        CertificationRun run = fixture.certified(PARTNER);
        Approved approved = fixture.approve(run.id());

        assertThat(approved.stands(House.NOW.plus(YEAR).minusMillis(1))).isTrue();
        assertThat(approved.stands(House.NOW.plus(YEAR))).isFalse();

        fixture.house.clock.advance(YEAR);
        assertProblem(ProblemType.CERTIFICATION_EXPIRED, null, () -> fixture.approve(run.id()));
        assertThat(fixture.house.who("certification.approved")).hasSize(1);
    }

    @Test
    void anApprovalEndsWithTheMajorVersionThatItWasGivenFor() {
        CertificationRun run = fixture.certified(PARTNER);
        assertThat(fixture.approve(run.id()).stands(House.NOW)).isTrue();

        fixture.house.jdbi.useHandle(handle -> handle.execute("update certification_approval set contract = 'v0'"));

        assertThat(kept(run))
                .singleElement()
                .satisfies(each -> assertThat(each.stands(House.NOW)).isFalse());
        assertProblem(ProblemType.CERTIFICATION_EXPIRED, null, () -> fixture.approve(run.id()));
    }

    @Test
    void refusesAReportThatWasAltered() {
        CertificationRun run = fixture.reported(PARTNER, Map.of("certified", false));
        String[] parts = run.report().split("\\.");
        String certified = fixture.certified(PARTNER).report().split("\\.")[1];

        assertAltered(run, parts[0] + "." + certified + "." + parts[2]);
        assertAltered(run, parts[0] + "." + parts[1] + ".AAAA");
        assertAltered(run, "no report");
        assertAltered(run, parts[0] + ".bm8gSlNPTg." + parts[2]);
        assertNothingHappened();
    }

    @Test
    void refusesTheEvidenceOfAnotherPartnerOrOfAnotherRun() {
        CertificationRun failed = fixture.reported(PARTNER, Map.of("certified", false));
        CertificationRun another = fixture.certified(PARTNER);
        CertificationRun others = fixture.certified(OTHER);

        assertAltered(failed, others.report());
        assertAltered(failed, another.report());
        assertAltered(
                fixture.reported(PARTNER, Map.of("partner", OTHER)),
                fixture.reported(PARTNER, Map.of("partner", OTHER)).report());
        assertNothingHappened();
    }

    @Test
    void refusesWhatTheGatewaySignedAsSomethingElse() {
        CertificationRun run = fixture.certified(PARTNER);

        assertAltered(
                run,
                CompactJws.write(
                        fixture.keys.signer(),
                        new JOSEObjectType("tongban-receipt+jwt"),
                        Report.kept(run.report()).claims()));
    }

    @Test
    void approvesTheReportThatTheOfficerWasShownAndNoOther() {
        CertificationRun run = fixture.certified(PARTNER);
        String others = digest(fixture.certified(OTHER));

        assertProblem(
                ProblemType.CERTIFICATION_REPORT_ALTERED,
                "/reportDigest",
                () -> fixture.approve(OFFICER, run.id(), "44", others));
        assertNothingHappened();

        assertThat(fixture.approve(OFFICER, run.id(), "44", digest(run)).province())
                .isEqualTo(CertificationFixture.GUANGDONG);
        assertProblem(
                ProblemType.CERTIFICATION_REPORT_ALTERED,
                "/reportDigest",
                () -> fixture.approve(OFFICER, run.id(), "44", others));
    }

    @Test
    void aReportStaysGoodWhenTheGatewaySignsWithAnotherKey() {
        CertificationRun run = fixture.certified(PARTNER);
        fixture.house.jdbi.useTransaction(fixture.keys::rotate);
        fixture.keys.refresh();
        fixture.house.clock.advance(Duration.ofDays(1));

        assertThat(fixture.keys.signer().keyId())
                .isNotEqualTo(Report.kept(run.report()).kid());
        assertThat(fixture.approve(run.id()).clientId()).isEqualTo(PARTNER);
    }

    @Test
    void hasDefaults() {
        assertThat(Settings.of(CertificationConfig.class, Map.of()).approvedFor())
                .isEqualTo(YEAR);
    }

    private void assertAltered(CertificationRun run, String report) {
        fixture.keep(run.id(), report);
        assertProblem(ProblemType.CERTIFICATION_REPORT_ALTERED, null, () -> fixture.approve(run.id()));
    }

    private void assertNothingHappened() {
        assertThat(fixture.house.count("certification_approval")).isZero();
        assertThat(fixture.house.who("certification.approved")).isEmpty();
        assertThat(fixture.events()).isEmpty();
    }

    private List<Approved> kept(CertificationRun run) {
        return fixture.house.inTransaction(handle -> fixture.approvals.of(handle, run.id()));
    }

    private static String digest(CertificationRun run) {
        return Report.kept(run.report()).digest();
    }
}
