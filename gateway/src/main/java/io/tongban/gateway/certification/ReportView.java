package io.tongban.gateway.certification;

import io.tongban.gateway.platform.config.ClockConfig;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What the page of a report shows, all of it from the claims and the header of its JWS.
 *
 * @param issuer the gateway's public address
 * @param startedAt in Asia/Shanghai, as are the other times
 * @param passed cases
 * @param digest of the JWS, as in Content-Digest
 * @param jws the report itself
 */
public record ReportView(
        String id,
        String partner,
        String suite,
        String version,
        String contract,
        String issuer,
        String startedAt,
        String endedAt,
        String issuedAt,
        boolean certified,
        long passed,
        List<Case> cases,
        String kid,
        String algorithm,
        String type,
        String digest,
        String jws) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(ClockConfig.ZONE);

    /**
     * @param mood of the verdict, for its colour: done, gone or waiting
     * @param detail why it failed; empty for nothing, as are the following
     * @param request that shows it, by its id in the request log
     * @param requestDigest of that request
     * @param event id of the one that was taken
     */
    public record Case(
            String name,
            String title,
            String titleZh,
            String mood,
            String verdict,
            String verdictZh,
            String detail,
            String request,
            String requestDigest,
            String event) {
        static Case of(Judged judged) {
            Judgement judgement = judged.judgement();
            return new Case(
                    judged.name(),
                    judged.title(),
                    judged.titleZh(),
                    switch (judgement.verdict()) {
                        case PASSED -> "done";
                        case FAILED -> "gone";
                        case NOT_SEEN -> "waiting";
                    },
                    switch (judgement.verdict()) {
                        case PASSED -> "Passed";
                        case FAILED -> "Failed";
                        case NOT_SEEN -> "Not seen";
                    },
                    switch (judgement.verdict()) {
                        case PASSED -> "通过";
                        case FAILED -> "未通过";
                        case NOT_SEEN -> "未出现";
                    },
                    judgement.detail() == null ? "" : judgement.detail(),
                    judgement.request() == null ? "" : judgement.request().id(),
                    judgement.request() == null ? "" : judgement.request().digest(),
                    judgement.event() == null ? "" : judgement.event());
        }
    }

    static ReportView of(Report report) {
        List<Judged> cases = report.cases();
        return new ReportView(
                report.text("sub"),
                report.text("partner"),
                report.text("suite"),
                report.text("version"),
                report.text("contract"),
                report.text("iss"),
                time(Instant.parse(report.text("startedAt"))),
                time(report.endedAt()),
                time(report.issuedAt()),
                report.isCertified(),
                cases.stream().filter(Judged::hasPassed).count(),
                cases.stream().map(Case::of).toList(),
                report.kid(),
                report.algorithm(),
                Report.TYPE.getType(),
                report.digest(),
                report.compact());
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    /** Without what it shows. */
    @Override
    public String toString() {
        return "ReportView[" + id + "]";
    }
}
