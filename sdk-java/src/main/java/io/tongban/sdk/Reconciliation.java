package io.tongban.sdk;

import io.tongban.api.agency.DayDifference;
import io.tongban.api.agency.DayDifferencePage;
import io.tongban.api.agency.ReconciliationDay;
import io.tongban.api.agency.ReconciliationDayPage;
import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Each province's books of a day against ours (对账); for the agency's own client. */
public final class Reconciliation {
    private static final String PATH = "/v1/admin/reconciliation";

    private final Caller caller;

    Reconciliation(Caller caller) {
        this.caller = caller;
    }

    /** Newest first, fetched page by page as it is walked. */
    public Pages<ReconciliationDay> days(ReconciliationDayQuery query) {
        var unused = Given.value(query, "query");
        return new Pages<>(cursor -> {
            ReconciliationDayPage page = caller.call(listing(query, cursor));
            return new Pages.Page<>(page.items(), page.nextCursor());
        });
    }

    /**
     * One page.
     *
     * @param cursor {@code nextCursor} of the page before; null for the first
     */
    public CompletableFuture<ReconciliationDayPage> daysAsync(ReconciliationDayQuery query, @Nullable String cursor) {
        return caller.start(listing(query, cursor));
    }

    /** The rows in which days differ or differed, oldest first, fetched page by page as it is walked. */
    public Pages<DayDifference> differences(DayDifferenceQuery query) {
        var unused = Given.value(query, "query");
        return new Pages<>(cursor -> {
            DayDifferencePage page = caller.call(differing(query, cursor));
            return new Pages.Page<>(page.items(), page.nextCursor());
        });
    }

    /**
     * One page.
     *
     * @param cursor {@code nextCursor} of the page before; null for the first
     */
    public CompletableFuture<DayDifferencePage> differencesAsync(DayDifferenceQuery query, @Nullable String cursor) {
        return caller.start(differing(query, cursor));
    }

    private static Call<ReconciliationDayPage> listing(ReconciliationDayQuery query, @Nullable String cursor) {
        return Call.read(
                "listReconciliationDays",
                PATH + "/days" + Given.value(query, "query").query(cursor),
                ReconciliationDayPage.class);
    }

    private static Call<DayDifferencePage> differing(DayDifferenceQuery query, @Nullable String cursor) {
        return Call.read(
                "listDayDifferences",
                PATH + "/differences" + Given.value(query, "query").query(cursor),
                DayDifferencePage.class);
    }
}
