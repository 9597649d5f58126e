package io.tongban.sandbox.province;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What was changed of one insurance of one person, in the order in which it was changed. Whoever is registered may pay
 * for any insurance that the province takes, until it is paused or ended.
 */
record InsuranceHistory(List<Change> changes) {
    record Change(Transaction change, YearMonth from) {}

    InsuranceHistory {
        changes = List.copyOf(changes);
    }

    /** Whether the month can be paid. */
    boolean takes(YearMonth month) {
        return stateIn(month) == State.OPEN;
    }

    /** Why it cannot be changed so; nothing if it can. */
    Optional<Refusal> objection(InsuranceOrder order, Optional<YearMonth> lastPaid) {
        State last = changes.isEmpty()
                ? State.OPEN
                : stateIn(changes.get(changes.size() - 1).from());
        boolean fits = switch (order.change()) {
            case ENROL -> last == State.ENDED || changes.isEmpty();
            case CHANGE_BASE, PAUSE -> last == State.OPEN;
            case RESUME -> last == State.PAUSED;
            default -> last != State.ENDED;
        };
        if (!fits || changes.stream().anyMatch(change -> change.from().isAfter(order.from()))) {
            return Optional.of(Refusal.NOT_ELIGIBLE);
        }
        boolean closes = order.change() == Transaction.PAUSE || order.change() == Transaction.END;
        return closes && lastPaid.filter(month -> !month.isBefore(order.from())).isPresent()
                ? Optional.of(Refusal.PERIOD_ALREADY_PAID)
                : Optional.empty();
    }

    State stateIn(YearMonth month) {
        State state = State.OPEN;
        for (Change change : changes) {
            if (!change.from().isAfter(month)) {
                state = after(state, change.change());
            }
        }
        return state;
    }

    private static State after(State before, Transaction change) {
        return switch (change) {
            case PAUSE -> State.PAUSED;
            case END -> State.ENDED;
            case ENROL, RESUME -> State.OPEN;
            default -> before;
        };
    }

    enum State {
        OPEN,
        PAUSED,
        ENDED
    }
}
