package io.tongban.gateway.delivery.dispatch;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** So many entries a minute of each kind, on this node: a far side that says senseless things must not fill the log. */
final class AuditBudget {
    private final int perMinute;
    private final Clock clock;
    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

    AuditBudget(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    private record Minute(long number, int spent) {}

    /** @param kind one of few: each is remembered */
    boolean spend(String kind) {
        long now = Math.floorDiv(clock.instant().getEpochSecond(), 60L);
        return minutes.merge(
                                kind,
                                new Minute(now, 1),
                                (known, first) -> known.number() == now
                                        ? new Minute(now, Math.min(known.spent(), perMinute) + 1)
                                        : first)
                        .spent()
                <= perMinute;
    }
}
