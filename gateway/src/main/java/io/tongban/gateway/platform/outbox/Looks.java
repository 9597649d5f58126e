package io.tongban.gateway.platform.outbox;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Which lanes are looked at now: each once at a time, and few at a time, for each look holds a connection. What is
 * signalled during a look may have come too late for it, and is looked at again.
 */
final class Looks {
    private static final int AT_A_TIME = 4;

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final Set<String> running = new HashSet<>();
    private final Set<String> missed = new HashSet<>();

    /** @return false if the lane is being looked at; whoever does so is told of it */
    synchronized boolean begin(String lane) {
        if (running.add(lane)) {
            return true;
        }
        missed.add(lane);
        return false;
    }

    /** Waits for a place; every look ends by itself, for statements and connections have their time-outs. */
    void await() throws InterruptedException {
        places.acquire();
    }

    void leave() {
        places.release();
    }

    /** @return whether the lane is to be looked at again */
    synchronized boolean end(String lane) {
        running.remove(lane);
        return missed.remove(lane);
    }
}
