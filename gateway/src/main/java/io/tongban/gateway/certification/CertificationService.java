package io.tongban.gateway.certification;

import io.tongban.api.Patterns;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.edge.PlayedScenarios;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.PageLimit;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.requestlog.RequestLog;
import io.tongban.gateway.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Starts runs, judges them by what came, and ends them with a signed report. */
@ApplicationScoped
class CertificationService {
    private static final Duration LENGTH = Duration.ofDays(1);
    /** After a run's end: what it sent is on its way into the log, which is written each second. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Duration REPORT_KEPT = Duration.ofDays(366);
    /** After the end of the last approval: who was approved sees that it has ended. */
    private static final Duration APPROVAL_KEPT = Duration.ofDays(31);

    private static final int MOST_REQUESTS = 20_000;
    private static final int MOST_EVENTS = 20_000;

    private final RequestLog requests;
    private final Webhooks webhooks;
    private final ReportWriter reports;
    private final PlayedScenarios scenarios;
    private final Audit audit;
    private final Clock clock;
    private final Suites suites;

    @Inject
    CertificationService(
            RequestLog requests,
            Webhooks webhooks,
            ReportWriter reports,
            PlayedScenarios scenarios,
            Audit audit,
            Clock clock,
            Suites suites) {
        this.requests = requests;
        this.webhooks = webhooks;
        this.reports = reports;
        this.scenarios = scenarios;
        this.audit = audit;
        this.clock = clock;
        this.suites = suites;
    }

    /** @throws ProblemException suite-unknown, certification-running */
    CertificationRun start(Handle handle, Principal by, String suiteName) {
        String clientId = by.tenant();
        Suite suite = suites.named(suiteName);
        Instant now = clock.instant();
        CertificationStore.endOverdue(handle, clientId, now);
        CertificationRun run = new CertificationRun(
                Ids.next("crt_"), clientId, suite.name(), suite.version(), now, now.plus(LENGTH), null, null);
        if (!CertificationStore.insert(handle, run)) {
            throw new ProblemException(
                    ProblemType.CERTIFICATION_RUNNING,
                    CertificationStore.running(handle, clientId)
                            .map(other -> other.id() + " runs until " + other.endsAt())
                            .orElse(null));
        }
        scenarios.startAgain(clientId);
        audit.append(handle, AuditEntry.of(by, "certification.started", run.id(), Map.of("suite", suite.name())));
        return run;
    }

    /** @throws ProblemException certification-not-found */
    CertificationRun find(Handle handle, String clientId, String id) {
        return CertificationStore.find(handle, clientId, id).orElseThrow(CertificationService::notFound);
    }

    /** A page, newest first; {@code nextCursor} is absent on the last one. */
    record Page(List<CertificationRun> items, @Nullable String nextCursor) {}

    /**
     * A partner's runs. The cursor is the last id of the page before, and no secret.
     *
     * @throws ProblemException cursor-invalid
     */
    Page list(Handle handle, String clientId, @Nullable String cursor, @Nullable Integer asked) {
        int limit = PageLimit.of(asked);
        if (cursor != null && !cursor.matches(Patterns.CERTIFICATION_ID)) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        }
        List<CertificationRun> found = CertificationStore.list(handle, clientId, cursor, limit + 1);
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), found.get(limit - 1).id());
    }

    /**
     * What was seen of each case until now, in the suite's order; once there is a report, what that says.
     *
     * @throws ProblemException suite-unknown
     */
    List<Judged> judged(Handle handle, CertificationRun run) {
        if (run.report() != null) {
            return Report.kept(run.report()).cases();
        }
        Suite suite = suiteOf(run);
        Traffic traffic = traffic(handle, run);
        boolean over = hasSettled(run, clock.instant());
        return suite.cases().stream()
                .map(each -> Judged.of(each, Judge.of(each, traffic, over)))
                .toList();
    }

    private Traffic traffic(Handle handle, CertificationRun run) {
        List<Seen> seen =
                requests.within(handle, run.clientId(), run.startedAt(), run.lastLook(), MOST_REQUESTS).stream()
                        .map(Seen::of)
                        .toList();
        return new Traffic(seen, webhooks.taken(handle, run.clientId(), run.startedAt(), run.lastLook(), MOST_EVENTS));
    }

    /** Ends a run, if it has not ended: what is sent from now on does not count. */
    void end(Handle handle, String clientId, String id) {
        CertificationStore.end(handle, clientId, id, clock.instant());
    }

    /**
     * Says what came of a run that has ended; the same each time.
     *
     * @throws ProblemException certification-not-found, suite-unknown, or unavailable until all of the run is in the log
     */
    String report(Handle handle, Principal by, String id) {
        CertificationRun run =
                CertificationStore.hold(handle, by.tenant(), id).orElseThrow(CertificationService::notFound);
        if (run.report() != null) {
            return run.report();
        }
        Instant now = clock.instant();
        if (!hasSettled(run, now)) {
            throw new ProblemException(
                            ProblemType.UNAVAILABLE, "The run has ended; its last requests are being counted")
                    .retryAfter(Duration.between(now, run.lastLook().plus(SETTLING)));
        }
        List<Judged> judged = judged(handle, run);
        String report = reports.write(run, judged, now);
        CertificationStore.keep(handle, id, report);
        audit.append(
                handle,
                AuditEntry.of(
                        by,
                        "certification.ended",
                        id,
                        Map.of("certified", String.valueOf(ReportWriter.isCertified(judged)))));
        return report;
    }

    private static boolean hasSettled(CertificationRun run, Instant now) {
        return run.isOver(now) && !now.isBefore(run.lastLook().plus(SETTLING));
    }

    /** Runs without a report go before the lines that they are judged by, those with one later, the approved ones last. */
    void forget(Handle handle) {
        Instant now = clock.instant();
        CertificationStore.forgetBefore(
                handle,
                now.minus(REPORT_KEPT),
                now.minus(APPROVAL_KEPT),
                now.minus(requests.kept()).plus(CertificationRetention.EVERY.multipliedBy(2)));
    }

    private Suite suiteOf(CertificationRun run) {
        Suite suite = suites.named(run.suite());
        if (!suite.version().equals(run.version())) {
            throw new ProblemException(
                    ProblemType.SUITE_UNKNOWN,
                    "Version " + run.version() + " of " + run.suite() + " is not judged any more; start another run");
        }
        return suite;
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemType.CERTIFICATION_NOT_FOUND);
    }
}
