package io.tongban.sdk;

import io.tongban.api.advice.Advice;
import io.tongban.api.advice.AdviceRequest;
import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Which insurances fit a worker, and why. Nothing comes of it by itself: the choice is the worker's. */
public final class Advising {
    private final Caller caller;

    Advising(Caller caller) {
        this.caller = caller;
    }

    /** By today's rules. */
    public Advice advise(AdviceRequest request) {
        return caller.call(advising(request, null, null));
    }

    public CompletableFuture<Advice> adviseAsync(AdviceRequest request) {
        return caller.start(advising(request, null, null));
    }

    /** By the rules of a day as they were known on a day: with both of earlier advice, that advice once more. */
    public Advice advise(AdviceRequest request, LocalDate asOf, LocalDate knownAt) {
        return caller.call(advising(request, Given.value(asOf, "asOf"), Given.value(knownAt, "knownAt")));
    }

    public CompletableFuture<Advice> adviseAsync(AdviceRequest request, LocalDate asOf, LocalDate knownAt) {
        return caller.start(advising(request, Given.value(asOf, "asOf"), Given.value(knownAt, "knownAt")));
    }

    private static Call<Advice> advising(AdviceRequest request, @Nullable LocalDate asOf, @Nullable LocalDate knownAt) {
        Map<String, @Nullable String> days = new LinkedHashMap<>();
        days.put("asOf", asOf == null ? null : asOf.toString());
        days.put("knownAt", knownAt == null ? null : knownAt.toString());
        return Call.search("advise", "/v1/advice" + Target.query(days), Given.value(request, "request"), Advice.class);
    }
}
