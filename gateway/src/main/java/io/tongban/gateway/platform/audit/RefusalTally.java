package io.tongban.gateway.platform.audit;

import java.time.Instant;

/** Refusals that are not written yet. */
final class RefusalTally {
    private long lastSecond = Long.MIN_VALUE;
    private long waiting;

    /** @return how many are to be written now; none if some were in the same second */
    synchronized long add(Instant now) {
        waiting++;
        if (now.getEpochSecond() == lastSecond) {
            return 0;
        }
        lastSecond = now.getEpochSecond();
        long due = waiting;
        waiting = 0;
        return due;
    }
}
