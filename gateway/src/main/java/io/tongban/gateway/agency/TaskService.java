package io.tongban.gateway.agency;

import io.tongban.api.agency.ReviewTask;
import io.tongban.api.agency.ReviewTaskPage;
import io.tongban.api.agency.TaskResolution;
import io.tongban.gateway.delivery.review.ReviewTasks;
import io.tongban.gateway.delivery.review.TaskFilter;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What a person has to settle, and how it was settled. */
@ApplicationScoped
public class TaskService {
    private final ReviewTasks tasks;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public TaskService(ReviewTasks tasks, Idempotency idempotency, Caller caller, Jdbi jdbi) {
        this.tasks = tasks;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    ReviewTaskPage list(TaskFilter filter, @Nullable String cursor, @Nullable Integer limit) {
        return TaskMapper.page(jdbi.withHandle(handle -> tasks.list(handle, filter, cursor, limit)));
    }

    ReviewTask read(String taskId) {
        return TaskMapper.toWire(jdbi.withHandle(handle -> tasks.read(handle, taskId)));
    }

    @Nullable
    ReviewTask settle(@Nullable String key, String taskId, TaskResolution settlement) {
        return idempotency.once(
                key,
                200,
                handle -> TaskMapper.toWire(
                        tasks.settle(handle, taskId, TaskMapper.fromWire(settlement), caller.principal())));
    }
}
