package io.tongban.gateway.agency;

import io.tongban.api.agency.ReviewApi;
import io.tongban.api.agency.ReviewTask;
import io.tongban.api.agency.ReviewTaskPage;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.agency.TaskState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Review tasks over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
public class ReviewResource implements ReviewApi {
    private final TaskService tasks;

    @Inject
    public ReviewResource(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public ReviewTaskPage listReviewTasks(
            @Nullable String province, @Nullable TaskState state, @Nullable String cursor, @Nullable Integer limit) {
        return tasks.list(TaskMapper.filter(province, state), cursor, limit);
    }

    @Override
    public ReviewTask readReviewTask(String taskId) {
        return tasks.read(taskId);
    }

    @Override
    public ReviewTask resolveReviewTask(@Nullable String idempotencyKey, String taskId, TaskResolution settlement) {
        return tasks.settle(idempotencyKey, taskId, settlement);
    }
}
