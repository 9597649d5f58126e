package io.tongban.gateway.trust.requestlog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many lines a partner has a minute, so that one that sends very many does not fill the log of all. */
final class LineBudget {
    /** Partners are the realm's, so that this is not met; nothing grows beyond it. */
    private static final int MOST_PARTNERS = 10_000;

    private final int most;
    private final Map<String, AtomicInteger> spent = new ConcurrentHashMap<>();

    LineBudget(int most) {
        this.most = most;
    }

    boolean take(String clientId, boolean refused) {
        if (spent.size() > MOST_PARTNERS) {
            return false;
        }
        return spent.computeIfAbsent((refused ? "-" : "+") + clientId, first -> new AtomicInteger())
                        .incrementAndGet()
                <= most;
    }

    /** At the end of a minute. */
    void renew() {
        spent.clear();
    }
}
