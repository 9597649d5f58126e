package io.tongban.gateway.counter;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tasks as the agency sees them. */
public interface CounterTasks {
    /**
     * Oldest first.
     *
     * @param limit 1 to 200; 50 when absent
     * @throws io.tongban.gateway.problem.ProblemException cursor-invalid, or header-invalid for the limit
     */
    TaskPage list(Handle handle, TaskFilter filter, @Nullable String cursor, @Nullable Integer limit);

    /** @throws io.tongban.gateway.problem.ProblemException task-not-found */
    Task read(Handle handle, String taskId);

    /**
     * Settles the task and its subject, in the caller's transaction, with audit entry and webhook.
     *
     * @param operator client id of who decided it
     * @return the task, settled
     * @throws io.tongban.gateway.problem.ProblemException task-not-found, task-settled, or settlement-invalid if it is
     *     of another kind or amount than the subject
     */
    Task settle(Handle handle, String taskId, Settlement settlement, String operator);
}
