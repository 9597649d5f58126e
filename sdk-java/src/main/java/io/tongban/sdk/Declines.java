package io.tongban.sdk;

import io.tongban.api.decline.Decline;
import io.tongban.api.decline.DeclineCounts;
import io.tongban.api.decline.DeclineReport;
import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Why workers do not want to be insured. Of nobody by name, and counted from ten on. */
public final class Declines {
    private static final String PATH = "/v1/declines";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Declines(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /** Records a decline; named by its {@code partnerReference}. */
    public Decline record(DeclineReport report) {
        return record(report, RequestOptions.none());
    }

    public Decline record(DeclineReport report, RequestOptions options) {
        return caller.call(recording(report, options));
    }

    public CompletableFuture<Decline> recordAsync(DeclineReport report) {
        return recordAsync(report, RequestOptions.none());
    }

    public CompletableFuture<Decline> recordAsync(DeclineReport report, RequestOptions options) {
        return caller.start(recording(report, options));
    }

    /** Your own of a month that is over for a day at least; what fewer than ten said is not told. */
    public DeclineCounts counts(YearMonth month) {
        return caller.call(counting(month));
    }

    public CompletableFuture<DeclineCounts> countsAsync(YearMonth month) {
        return caller.start(counting(month));
    }

    private Call<Decline> recording(DeclineReport report, RequestOptions options) {
        String reference = Given.value(report, "report").partnerReference();
        return idempotentCalls.named("recordDecline", PATH, report, Decline.class, reference, options);
    }

    private static Call<DeclineCounts> counting(YearMonth month) {
        return Call.read(
                "countDeclines",
                PATH + "/counts"
                        + Target.query(
                                Map.of("month", Given.value(month, "month").toString())),
                DeclineCounts.class);
    }
}
