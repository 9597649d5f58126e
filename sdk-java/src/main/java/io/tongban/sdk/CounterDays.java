package io.tongban.sdk;

import io.tongban.api.day.CounterDay;
import io.tongban.api.day.CounterDayPage;
import io.tongban.api.day.CounterDayPages;
import io.tongban.api.day.CounterDayReport;
import io.tongban.api.day.CounterEntry;
import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A bank's days, and whether they balance. */
public final class CounterDays {
    private static final String PATH = "/v1/counter-days/";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    CounterDays(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    public CounterDay get(LocalDate day) {
        return caller.call(reading(day));
    }

    public CompletableFuture<CounterDay> getAsync(LocalDate day) {
        return caller.start(reading(day));
    }

    /** Sends rows ahead, for a day with more than one call takes; the same page again replaces the one before. */
    public CounterDayPages send(LocalDate day, CounterDayPage page) {
        return caller.call(sending(day, page, RequestOptions.none()));
    }

    public CompletableFuture<CounterDayPages> sendAsync(LocalDate day, CounterDayPage page, RequestOptions options) {
        return caller.start(sending(day, page, options));
    }

    /**
     * Closes a day of any length, up to {@value CounterDayPage#MOST_PAGES} pages: sends the rows as they are read, holding
     * one page in memory, and then closes. The rows are asked for once.
     */
    public CounterDay close(LocalDate day, Iterable<CounterEntry> entries) {
        List<CounterEntry> page = new ArrayList<>();
        int pages = 0;
        for (CounterEntry entry : Given.value(entries, "entries")) {
            if (page.size() == CounterDayPage.MOST_ENTRIES) {
                pages++;
                var unused = send(
                        day, CounterDayPage.builder().page(pages).entries(page).build());
                page.clear();
            }
            page.add(entry);
        }
        return close(day, CounterDayReport.builder().pages(pages).entries(page).build());
    }

    /** Closes the day if both books say the same; else the answer names the rows, and the day stays open. */
    public CounterDay close(LocalDate day, CounterDayReport report) {
        return caller.call(closing(day, report, RequestOptions.none()));
    }

    public CompletableFuture<CounterDay> closeAsync(LocalDate day, CounterDayReport report, RequestOptions options) {
        return caller.start(closing(day, report, options));
    }

    private static Call<CounterDay> reading(LocalDate day) {
        return Call.read("readCounterDay", PATH + Given.value(day, "day"), CounterDay.class);
    }

    private Call<CounterDayPages> sending(LocalDate day, CounterDayPage page, RequestOptions options) {
        String path = PATH + Given.value(day, "day") + "/pages";
        var unused = Given.value(page, "page");
        return idempotentCalls.repeatable(
                "sendCounterDayPage", "POST", path, page, CounterDayPages.class, day.toString(), options);
    }

    private Call<CounterDay> closing(LocalDate day, CounterDayReport report, RequestOptions options) {
        String path = PATH + Given.value(day, "day") + "/closing";
        var unused = Given.value(report, "report");
        return idempotentCalls.repeatable(
                "closeCounterDay", "POST", path, report, CounterDay.class, day.toString(), options);
    }
}
