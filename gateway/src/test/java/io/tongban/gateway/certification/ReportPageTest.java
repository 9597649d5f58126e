package io.tongban.gateway.certification;

import static io.tongban.gateway.certification.CertificationFixture.PARTNER;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import io.tongban.api.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The report for people, as it is written. */
class ReportPageTest {
    private static final String HOSTILE = "<script>alert(1)</script>\" onload='x' & {report.id}";

    private final CertificationFixture fixture = new CertificationFixture();

    @Test
    void saysWhatTheClaimsSay() {
        CertificationRun run = fixture.certified(PARTNER);
        String page = page(run);

        assertThat(page)
                .startsWith("<!doctype html>")
                .contains(run.id(), PARTNER, "platform 1", "v1", "https://gateway.example")
                .contains("Certified: every case was passed")
                .contains("2026-11-23 12:00:00 +08:00");
        assertThat(page)
                .contains(">%d / %1$d<".formatted(CertificationFixture.passed().size()));
        assertThat(CertificationFixture.passed())
                .allSatisfy(each -> assertThat(page).contains(">" + each.name() + "<", each.titleZh()));
    }

    @Test
    void saysWhichCaseFailedAndByWhichRequest() {
        CertificationRun run = fixture.reported(
                PARTNER,
                Map.of(
                        "certified",
                        false,
                        "cases",
                        List.of(
                                Map.of(
                                        "name", "withhold",
                                        "title", "Withholds",
                                        "titleZh", "代扣",
                                        "verdict", "FAILED",
                                        "detail", "It came again after 12 ms",
                                        "request", "req_1",
                                        "digest", "sha-256=:abc:"),
                                Map.of("name", "told", "title", "Told", "titleZh", "事件", "verdict", "NOT_SEEN"))));

        assertThat(page(run))
                .contains("Not certified", "It came again after 12 ms", "req_1<br>sha-256=:abc:", "0 / 2")
                .contains("未通过", "未出现")
                .doesNotContain("every case was passed")
                .doesNotContain("全部通过");
    }

    @Test
    void namesHowItIsVerifiedOfflineAndHoldsTheReportItself() throws Exception {
        CertificationRun run = fixture.certified(PARTNER);
        String page = page(run);

        Matcher held = Pattern.compile("<pre>([A-Za-z0-9_.-]+)</pre>").matcher(page);
        assertThat(held.find()).isTrue();
        assertThat(held.group(1)).isEqualTo(run.report());
        assertThat(fixture.keys.signed(JWSObject.parse(held.group(1)))).isTrue();
        Report report = Report.kept(run.report());
        assertThat(page)
                .contains("https://gateway.example/.well-known/jwks.json")
                .contains(report.kid(), "ES256", "tongban-certification+jwt", "RFC 7515", report.digest());
    }

    @Test
    void escapesWhateverTheClaimsSay() {
        CertificationRun run = fixture.reported(
                PARTNER,
                Map.of(
                        "suite",
                        HOSTILE,
                        "iss",
                        HOSTILE,
                        "version",
                        HOSTILE,
                        "cases",
                        List.of(Map.of(
                                "name", HOSTILE,
                                "title", HOSTILE,
                                "titleZh", HOSTILE,
                                "verdict", "FAILED",
                                "detail", HOSTILE,
                                "request", HOSTILE,
                                "digest", HOSTILE,
                                "event", HOSTILE))));

        String page = page(run);

        assertThat(page)
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("onload='x'")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; {report.id}");
    }

    /** No script, nothing to load, nowhere to go: what stands in the page is all that there is. */
    @Test
    void runsNothingAndLoadsNothing() {
        String page = page(fixture.certified(PARTNER));

        assertThat(page)
                .doesNotContainIgnoringCase("<script", "<img", "<link", "<iframe", "<form", "<a ")
                .doesNotContain("src=", "href=", "url(", "@import", "javascript:")
                .doesNotContainPattern("\\son[a-z]+=")
                .contains("default-src 'none'");
    }

    @Test
    void hasRulesForPhonesAndForPaper() {
        assertThat(page(fixture.certified(PARTNER)))
                .contains("width=device-width", "@media (max-width: 40rem)", "@media print", "break-inside: avoid");
    }

    @Test
    void thereIsNoPageBeforeTheReportAndNoneOfAnAlteredOne() {
        CertificationRun running = fixture.running(CertificationFixture.OTHER);
        assertProblem(ProblemType.CERTIFICATION_NOT_ENDED, null, () -> fixture.approvals.signed(running));

        CertificationRun altered = fixture.certified(PARTNER);
        fixture.keep(altered.id(), altered.report().replaceFirst("\\..{8}", ".AAAAAAAA"));
        assertProblem(
                ProblemType.CERTIFICATION_REPORT_ALTERED,
                null,
                () -> fixture.approvals.signed(fixture.read(altered.id())));
    }

    private String page(CertificationRun run) {
        return CertificationFixture.page().write(fixture.approvals.signed(run));
    }
}
