package io.tongban.gateway.delivery.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The steps of subjects, written in the transactions that take them. */
@ApplicationScoped
public class Steps {
    /** Rows a subject has at most: the first one, and the last ones. */
    static final int KEPT = 97;

    /**
     * Notes steps of a subject, in one round trip; none costs nothing. What equals the step before is counted there.
     * Whoever calls this holds the subject or its outbox row, so that no two do so at a time.
     */
    public void note(Handle handle, String subjectId, List<Step> steps) {
        if (!steps.isEmpty()) {
            StepStore.append(handle, subjectId, steps);
        }
    }

    /** As {@link #note(Handle, String, List)}, one. */
    public void note(Handle handle, String subjectId, Step step) {
        note(handle, subjectId, List.of(step));
    }

    /** What was done about a subject, in the order in which it was noted. */
    public List<Step> of(Handle handle, String subjectId) {
        return StepStore.of(handle, subjectId);
    }
}
