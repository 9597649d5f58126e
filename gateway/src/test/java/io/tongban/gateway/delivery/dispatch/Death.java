package io.tongban.gateway.delivery.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

/** Ends a try at one place, once, as kill -9 looks to the database: no commit, and nobody gives the row back. */
final class Death {
    final AtomicInteger count = new AtomicInteger();
    private volatile String place = "";

    void waitsAt(String next) {
        place = next;
    }

    void at(String here) {
        if (place.equals(here)) {
            place = "";
            count.incrementAndGet();
            throw new NodeDied();
        }
    }

    static final class NodeDied extends Error {
        private static final long serialVersionUID = 1L;

        NodeDied() {
            super("as the test wants it", null, false, false);
        }
    }
}
