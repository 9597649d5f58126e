package io.tongban.sdk;

import io.tongban.api.agency.ReviewTask;
import io.tongban.api.agency.ReviewTaskPage;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a person at the agency has to settle with a province; for the agency's own client. */
public final class ReviewTasks {
    private static final String PATH = "/v1/admin/review-tasks";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    ReviewTasks(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /** Oldest first, fetched page by page as it is walked. */
    public Pages<ReviewTask> list(ReviewTaskQuery query) {
        var unused = Given.value(query, "query");
        return new Pages<>(cursor -> {
            ReviewTaskPage page = caller.call(listing(query, cursor));
            return new Pages.Page<>(page.items(), page.nextCursor());
        });
    }

    /**
     * One page.
     *
     * @param cursor {@code nextCursor} of the page before; null for the first
     */
    public CompletableFuture<ReviewTaskPage> listAsync(ReviewTaskQuery query, @Nullable String cursor) {
        return caller.start(listing(query, cursor));
    }

    /** Refused with {@code task-not-found} if there is none. */
    public ReviewTask get(String taskId) {
        return caller.call(reading(taskId));
    }

    public CompletableFuture<ReviewTask> getAsync(String taskId) {
        return caller.start(reading(taskId));
    }

    /** Once and for good; named by the task. Refused with {@code task-settled} if it was settled otherwise. */
    public ReviewTask settle(String taskId, TaskResolution settlement) {
        return caller.call(settling(taskId, settlement, RequestOptions.none()));
    }

    public CompletableFuture<ReviewTask> settleAsync(String taskId, TaskResolution settlement, RequestOptions options) {
        return caller.start(settling(taskId, settlement, options));
    }

    private static Call<ReviewTaskPage> listing(ReviewTaskQuery query, @Nullable String cursor) {
        return Call.read("listReviewTasks", PATH + Given.value(query, "query").query(cursor), ReviewTaskPage.class);
    }

    private static Call<ReviewTask> reading(String taskId) {
        return Call.read("readReviewTask", PATH + "/" + Target.segment(taskId), ReviewTask.class);
    }

    private Call<ReviewTask> settling(String taskId, TaskResolution settlement, RequestOptions options) {
        String path = PATH + "/" + Target.segment(taskId) + "/resolution";
        var unused = Given.value(settlement, "settlement");
        return idempotentCalls.named("resolveReviewTask", path, settlement, ReviewTask.class, taskId, options);
    }
}
