package io.tongban.gateway.counter;

import io.quarkus.arc.DefaultBean;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** As long as nothing opens a task, there is none. */
@DefaultBean
@ApplicationScoped
class NoTasks implements CounterTasks {
    @Override
    public TaskPage list(Handle handle, TaskFilter filter, @Nullable String cursor, @Nullable Integer limit) {
        return new TaskPage(List.of(), null);
    }

    @Override
    public Task read(Handle handle, String taskId) {
        throw new ProblemException(ProblemType.TASK_NOT_FOUND);
    }

    @Override
    public Task settle(Handle handle, String taskId, Settlement settlement, String operator) {
        throw new ProblemException(ProblemType.TASK_NOT_FOUND);
    }
}
