package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.quote.Quote;
import io.tongban.api.quote.QuoteRequest;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What insurance would cost a person. A quote changes nothing, so it may be asked again at any time. */
public final class Quotes {
    private final Caller caller;

    Quotes(Caller caller) {
        this.caller = caller;
    }

    /** By today's rules. */
    public Quote quote(QuoteRequest request) {
        return caller.call(quoting(request, null, null));
    }

    public CompletableFuture<Quote> quoteAsync(QuoteRequest request) {
        return caller.start(quoting(request, null, null));
    }

    /**
     * By the rules of a day as they were known on a day: with both of an earlier quote, that quote once more.
     *
     * @param asOf day whose rules count, and whose month is the first one paid for
     */
    public Quote quote(QuoteRequest request, LocalDate asOf, LocalDate knownAt) {
        return caller.call(quoting(request, Given.value(asOf, "asOf"), Given.value(knownAt, "knownAt")));
    }

    public CompletableFuture<Quote> quoteAsync(QuoteRequest request, LocalDate asOf, LocalDate knownAt) {
        return caller.start(quoting(request, Given.value(asOf, "asOf"), Given.value(knownAt, "knownAt")));
    }

    private static Call<Quote> quoting(QuoteRequest request, @Nullable LocalDate asOf, @Nullable LocalDate knownAt) {
        Map<String, @Nullable String> days = new LinkedHashMap<>();
        days.put("asOf", asOf == null ? null : asOf.toString());
        days.put("knownAt", knownAt == null ? null : knownAt.toString());
        return Call.search("quote", "/v1/quotes" + Target.query(days), Given.value(request, "request"), Quote.class);
    }
}
