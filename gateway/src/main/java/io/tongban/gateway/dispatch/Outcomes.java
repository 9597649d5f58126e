package io.tongban.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Lets a request wait for the outcome of what it has committed (RFC 7240, {@code Prefer: wait}). */
@ApplicationScoped
public class Outcomes {
    /**
     * Waits until the subject has no work left at a province, settled by this node or another. Call it after the
     * commit, and outside of any transaction.
     *
     * @param atMost how long to wait; also bounded by configuration
     * @return whether it is settled; false when time or the places to wait ran out
     */
    public boolean await(String subjectId, Duration atMost) {
        throw new UnsupportedOperationException();
    }
}
