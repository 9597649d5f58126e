package io.tongban.sdk;

import io.tongban.api.agency.CounterTask;
import io.tongban.api.agency.CounterTaskPage;
import io.tongban.api.agency.TaskSettlement;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Given;
import io.tongban.sdk.internal.call.Target;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a person at the agency has to settle with a province; for the agency's own client. */
public final class ReviewTasks {
    private static final String PATH = "/v1/admin/tasks";

    private final Caller caller;
    private final IdempotentCalls effects;

    ReviewTasks(Caller caller) {
        this.caller = caller;
        this.effects = new IdempotentCalls(caller.clientId());
    }

    /** Oldest first, fetched page by page as it is walked. */
    public Pages<CounterTask> list(ReviewTaskQuery query) {
        var unused = Given.value(query, "query");
        return new Pages<>(cursor -> {
            CounterTaskPage page = caller.call(listing(query, cursor));
            return new Pages.Page<>(page.items(), page.nextCursor());
        });
    }

    /**
     * One page.
     *
     * @param cursor {@code nextCursor} of the page before; null for the first
     */
    public CompletableFuture<CounterTaskPage> listAsync(ReviewTaskQuery query, @Nullable String cursor) {
        return caller.start(listing(query, cursor));
    }

    /** Refused with {@code task-not-found} if there is none. */
    public CounterTask get(String taskId) {
        return caller.call(reading(taskId));
    }

    public CompletableFuture<CounterTask> getAsync(String taskId) {
        return caller.start(reading(taskId));
    }

    /** Once and for good; named by the task. Refused with {@code task-settled} if it was settled otherwise. */
    public CounterTask settle(String taskId, TaskSettlement settlement) {
        return caller.call(settling(taskId, settlement, RequestOptions.none()));
    }

    public CompletableFuture<CounterTask> settleAsync(
            String taskId, TaskSettlement settlement, RequestOptions options) {
        return caller.start(settling(taskId, settlement, options));
    }

    private static Call<CounterTaskPage> listing(ReviewTaskQuery query, @Nullable String cursor) {
        return Call.read("listCounterTasks", PATH + Given.value(query, "query").query(cursor), CounterTaskPage.class);
    }

    private static Call<CounterTask> reading(String taskId) {
        return Call.read("readCounterTask", PATH + "/" + Target.segment(taskId), CounterTask.class);
    }

    private Call<CounterTask> settling(String taskId, TaskSettlement settlement, RequestOptions options) {
        String path = PATH + "/" + Target.segment(taskId) + "/settlement";
        var unused = Given.value(settlement, "settlement");
        return effects.named("settleCounterTask", path, settlement, CounterTask.class, taskId, options);
    }
}
