package io.tongban.gateway.delivery.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The steps of subjects, written in the transactions that take them. */
@ApplicationScoped
public class Steps {
    /** Rows a subject has at most: the first one, and the last ones. */
    static final int KEPT = 97;

    /**
     * Notes steps of a subject, in a round trip each; none costs nothing. What equals the step before is counted there.
     * Whoever calls this holds the subject or its outbox row, so that no two do so at a time.
     */
    public void note(Handle handle, String subjectId, List<Step> steps) {
        note(handle, Map.of(subjectId, steps));
    }

    /** As {@link #note(Handle, String, List)}, of several subjects: as many round trips as one of them has steps. */
    public void note(Handle handle, Map<String, List<Step>> stepsBySubject) {
        int most = stepsBySubject.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            Map<String, Step> ofEach = new TreeMap<>();
            for (Map.Entry<String, List<Step>> subject : stepsBySubject.entrySet()) {
                if (i < subject.getValue().size()) {
                    ofEach.put(subject.getKey(), subject.getValue().get(i));
                }
            }
            StepStore.append(handle, ofEach);
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
