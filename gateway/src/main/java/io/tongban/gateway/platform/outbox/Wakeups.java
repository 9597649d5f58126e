package io.tongban.gateway.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Lanes of this node that have new work or a free place, so that the relay need not wait for its next poll. */
@ApplicationScoped
class Wakeups {
    private Set<String> lanes = new HashSet<>();

    synchronized void signal(String lane) {
        lanes.add(lane);
        notifyAll();
    }

    /** Waits for a signal, at most so long, and takes all lanes that were signalled. */
    synchronized Set<String> await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); lanes.isEmpty() && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        Set<String> taken = lanes;
        lanes = new HashSet<>();
        return taken;
    }
}
