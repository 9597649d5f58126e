package io.tongban.sdk;

import io.tongban.api.certification.Certification;
import io.tongban.api.certification.CertificationHtml;
import io.tongban.api.certification.CertificationPage;
import io.tongban.api.certification.CertificationReport;
import io.tongban.api.certification.CertificationSummary;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs in which a program shows that it is right; the gateway looks at what comes, in the sandbox. */
public final class Certifications {
    private static final String SUITES = "/v1/certification-suites/";
    private static final String LIST = "/v1/certifications";
    private static final String PATH = LIST + "/";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Certifications(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /**
     * From now on the gateway looks, for a day or until the report. Refused with {@code certification-running} while
     * another runs, which its detail names.
     *
     * @param suite such as {@code platform}
     */
    public Certification start(String suite) {
        return caller.call(starting(suite, RequestOptions.none()));
    }

    public CompletableFuture<Certification> startAsync(String suite, RequestOptions options) {
        return caller.start(starting(suite, options));
    }

    /** With what was seen of each case until now; a request counts some seconds after its answer. */
    public Certification get(String id) {
        return caller.call(reading(id));
    }

    public CompletableFuture<Certification> getAsync(String id) {
        return caller.start(reading(id));
    }

    /** Newest first, with what agencies approved and without their cases; fetched page by page as it is walked. */
    public Pages<CertificationSummary> list() {
        return new Pages<>(cursor -> {
            CertificationPage page = caller.call(listing(cursor));
            return new Pages.Page<>(page.items(), page.nextCursor());
        });
    }

    /**
     * One page.
     *
     * @param cursor {@code nextCursor} of the page before; null for the first
     */
    public CompletableFuture<CertificationPage> listAsync(@Nullable String cursor) {
        return caller.start(listing(cursor));
    }

    /**
     * The report for people: a whole page in HTML, which needs nothing beside itself. Refused with {@code
     * certification-not-ended} before there is a report.
     */
    public CertificationHtml html(String id) {
        return caller.call(readingHtml(id));
    }

    public CompletableFuture<CertificationHtml> htmlAsync(String id) {
        return caller.start(readingHtml(id));
    }

    /** Ends the run, and takes some seconds the first time, until all that came is counted; the same report each time. */
    public CertificationReport report(String id) {
        return caller.call(reporting(id, RequestOptions.none()));
    }

    public CompletableFuture<CertificationReport> reportAsync(String id, RequestOptions options) {
        return caller.start(reporting(id, options));
    }

    private Call<Certification> starting(String suite, RequestOptions options) {
        String path = SUITES + Target.segment(suite) + "/runs";
        return idempotentCalls.repeatable(
                "startCertification", "POST", path, null, Certification.class, suite, options);
    }

    private static Call<Certification> reading(String id) {
        return Call.read("readCertification", PATH + Target.segment(id), Certification.class);
    }

    private static Call<CertificationPage> listing(@Nullable String cursor) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("cursor", cursor);
        return Call.read("listCertifications", LIST + Target.query(parameters), CertificationPage.class);
    }

    private static Call<CertificationHtml> readingHtml(String id) {
        return Call.read("readCertificationHtml", PATH + Target.segment(id) + "/report/html", CertificationHtml.class);
    }

    private Call<CertificationReport> reporting(String id, RequestOptions options) {
        String path = PATH + Target.segment(id) + "/report";
        return idempotentCalls.repeatable(
                "reportCertification", "POST", path, null, CertificationReport.class, id, options);
    }
}
