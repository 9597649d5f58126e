package io.tongban.gateway.delivery.review;

import io.tongban.gateway.platform.principal.Principal;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tasks as the agency sees them. */
public interface ReviewTasks {
    /**
     * Oldest first.
     *
     * @param limit 1 to 200; 50 when absent
     * @throws io.tongban.gateway.platform.problem.ProblemException cursor-invalid, or header-invalid for the limit
     */
    TaskPage list(Handle handle, TaskFilter filter, @Nullable String cursor, @Nullable Integer limit);

    /** @throws io.tongban.gateway.platform.problem.ProblemException task-not-found */
    ReviewTask read(Handle handle, String taskId);

    /**
     * Settles the task and its subject, in the caller's transaction, with audit entry and webhook.
     *
     * @param officer who decided it
     * @return the task, settled
     * @throws io.tongban.gateway.platform.problem.ProblemException task-not-found, task-settled, or resolution-invalid if it is
     *     of another kind or amount than the subject
     */
    ReviewTask settle(Handle handle, String taskId, Resolution settlement, Principal officer);
}
