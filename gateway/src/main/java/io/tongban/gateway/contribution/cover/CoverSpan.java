package io.tongban.gateway.contribution.cover;

import io.tongban.gateway.contribution.policy.Mark;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days on end of which the same holds, for the same reason.
 *
 * @param through last day
 * @param behind the entries that say so, the first one above all; empty where no rule is needed or none is known
 */
public record CoverSpan(
        LocalDate from, LocalDate through, CoverState state, CoverReason reason, List<PolicyEntry> behind) {
    public CoverSpan {
        behind = List.copyOf(behind);
        if (through.isBefore(from)) {
            throw new IllegalArgumentException(through + " is before " + from);
        }
    }

    /** Spans in order, those made one that only stand apart. */
    public static List<CoverSpan> joined(List<CoverSpan> spans) {
        List<CoverSpan> joined = new ArrayList<>();
        for (CoverSpan next : spans) {
            CoverSpan last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.continuesIn(next)) {
                joined.set(joined.size() - 1, last.and(next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private boolean continuesIn(CoverSpan next) {
        return state == next.state
                && reason == next.reason
                && behind.equals(next.behind)
                && isProvisional() == next.isProvisional()
                && through.plusDays(1).equals(next.from);
    }

    private CoverSpan and(CoverSpan next) {
        return new CoverSpan(from, next.through, state, reason, behind);
    }

    /** Whether there is something to lose: cover, or a wait for it. */
    boolean isKept() {
        return state == CoverState.COVERED || state == CoverState.WAITING;
    }

    /** The same, of the days from one to another. */
    CoverSpan within(LocalDate first, LocalDate last) {
        return new CoverSpan(
                from.isBefore(first) ? first : from, through.isAfter(last) ? last : through, state, reason, behind);
    }

    boolean meets(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !through.isBefore(first);
    }

    public boolean isProvisional() {
        return behind.stream().anyMatch(entry -> entry.isProvisional(from));
    }

    /** The weakest of all that is behind it; assumed where nothing is. */
    public Mark mark() {
        return Mark.weakest(behind);
    }
}
