package io.tongban.gateway.platform.outbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Free places by lane and group. A lane that was left with work because it, or its group, had no place is hungry: it is
 * named again when a place comes free. Thread-safe.
 */
final class Capacity {
    private final Map<String, LaneBounds> bounds;
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Set<String>> hungry = new HashMap<>();

    Capacity(Map<String, LaneBounds> boundsByGroup) {
        this.bounds = Map.copyOf(boundsByGroup);
    }

    /**
     * Takes all free places of a lane; none for a group that no one serves. Give back what is not used.
     *
     * @param most how many of the lane may run at a time now, whatever its bound allows
     */
    synchronized int takeAll(String lane, int most) {
        String group = Lease.groupOf(lane);
        LaneBounds bound = bounds.get(group);
        if (bound == null || most <= 0) {
            return 0;
        }
        int perLane = Math.min(bound.perLane(), most);
        int free = Math.max(0, Math.min(perLane - count(lane), bound.inGroup() - count(group)));
        add(lane, free);
        hungry.computeIfAbsent(group, none -> new HashSet<>()).add(lane);
        return free;
    }

    /** Gives places back that were not used: the lane has no more work now. */
    synchronized void giveBack(String lane, int places) {
        hungry.getOrDefault(Lease.groupOf(lane), Set.of()).remove(lane);
        add(lane, -places);
    }

    /** Frees the place of one row, and names the lanes that should be looked at again. */
    synchronized Collection<String> release(String lane) {
        String group = Lease.groupOf(lane);
        LaneBounds bound = bounds.get(group);
        boolean groupWasFull = bound != null && count(group) >= bound.inGroup();
        add(lane, -1);
        Set<String> waiting = hungry.getOrDefault(group, Set.of());
        if (groupWasFull) {
            return List.copyOf(waiting);
        }
        return waiting.contains(lane) ? List.of(lane) : List.of();
    }

    synchronized int running() {
        return running.entrySet().stream()
                .filter(entry -> bounds.containsKey(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private int count(String laneOrGroup) {
        return running.getOrDefault(laneOrGroup, 0);
    }

    private void add(String lane, int places) {
        change(lane, places);
        change(Lease.groupOf(lane), places);
    }

    private void change(String laneOrGroup, int places) {
        running.merge(laneOrGroup, places, Integer::sum);
        running.remove(laneOrGroup, 0);
    }
}
