package io.tongban.sdk;

import io.tongban.api.certification.Certification;
import io.tongban.api.certification.CertificationReport;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.concurrent.CompletableFuture;

/** Runs in which a program shows that it is right; the gateway looks at what comes, in the sandbox. */
public final class Certifications {
    private static final String SUITES = "/v1/certification-suites/";
    private static final String PATH = "/v1/certifications/";

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

    private Call<CertificationReport> reporting(String id, RequestOptions options) {
        String path = PATH + Target.segment(id) + "/report";
        return idempotentCalls.repeatable(
                "reportCertification", "POST", path, null, CertificationReport.class, id, options);
    }
}
