package io.tongban.gateway.agency;

import io.tongban.api.agency.ReviewApi;
import io.tongban.api.agency.CounterTask;
import io.tongban.api.agency.CounterTaskPage;
import io.tongban.api.agency.TaskSettlement;
import io.tongban.api.agency.TaskState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Counter tasks over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
public class ReviewResource implements ReviewApi {
    private final TaskService tasks;

    @Inject
    public ReviewResource(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public CounterTaskPage listCounterTasks(
            @Nullable String province, @Nullable TaskState state, @Nullable String cursor, @Nullable Integer limit) {
        return tasks.list(TaskMapper.filter(province, state), cursor, limit);
    }

    @Override
    public CounterTask readCounterTask(String taskId) {
        return tasks.read(taskId);
    }

    @Override
    public CounterTask settleCounterTask(@Nullable String idempotencyKey, String taskId, TaskSettlement settlement) {
        return tasks.settle(idempotencyKey, taskId, settlement);
    }
}
