package io.tongban.gateway.platform.outbox;

/**
 * How many calls may run at a time on one node.
 *
 * @param perLane in one lane, so that a far side that hangs holds no more than these
 * @param inGroup in all lanes of the group together
 */
public record LaneBounds(int perLane, int inGroup) {
    public LaneBounds {
        if (perLane < 1 || inGroup < perLane) {
            throw new IllegalArgumentException("a lane needs a bound of at least 1, and its group no less");
        }
    }
}
