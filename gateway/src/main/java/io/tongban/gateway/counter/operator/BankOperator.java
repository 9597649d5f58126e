package io.tongban.gateway.counter.operator;

import io.tongban.gateway.counter.point.Point;
import java.time.Instant;
import java.util.Set;

/**
 * One of a bank's people.
 *
 * @param staffNumber the bank's own
 * @param points references of where they stand; a branch stands for all that is in it
 * @param revision rises by every change, a new key among them
 */
public record BankOperator(
        String clientId,
        String staffNumber,
        Role role,
        State state,
        Set<String> points,
        Instant changedAt,
        long revision) {
    public BankOperator {
        points = Set.copyOf(points);
    }

    BankOperator counted(long changes) {
        return new BankOperator(clientId, staffNumber, role, state, points, changedAt, changes);
    }

    /** There itself, or in the branch that it stands in. */
    public boolean standsAt(Point point) {
        String branch = point.parent();
        return points.contains(point.reference()) || (branch != null && points.contains(branch));
    }

    public enum Role {
        TELLER,
        SUPERVISOR,
        AUDITOR
    }

    public enum State {
        ACTIVE,
        SUSPENDED
    }
}
