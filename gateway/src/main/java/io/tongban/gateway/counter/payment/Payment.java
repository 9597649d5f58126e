package io.tongban.gateway.counter.payment;

import io.tongban.gateway.contribution.payout.CounterMoney;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a worker paid at a counter.
 *
 * @param payoutId under which it stands in the books of months
 * @param point reference of the counter or terminal
 * @param receiptCode enough chance that nobody guesses it
 * @param day of the bank's books on which it was taken
 * @param revision the payout's, all of whose changes are the payment's, too
 */
public record Payment(
        String id,
        String clientId,
        String reference,
        String payoutId,
        String workerId,
        String mandateId,
        long amountFen,
        Means means,
        String point,
        String operator,
        String receiptCode,
        LocalDate day,
        Instant takenAt,
        @Nullable Instant cancelledAt,
        List<CounterMoney.Share> shares,
        long revision) {
    public Payment {
        shares = shares.stream().filter(share -> share.amountFen() > 0).toList();
    }

    public enum Means {
        CASH,
        CARD
    }

    public enum State {
        TAKEN,
        PAID,
        CANCELLED,
        TO_RETURN,
        /** Of a payment alone, never of a part. */
        PARTLY_TO_RETURN
    }

    public State state() {
        if (cancelledAt != null) {
            return State.CANCELLED;
        }
        Set<State> states = shares.stream().map(this::state).collect(Collectors.toSet());
        if (states.contains(State.TO_RETURN)) {
            return states.size() == 1 ? State.TO_RETURN : State.PARTLY_TO_RETURN;
        }
        return states.contains(State.TAKEN) ? State.TAKEN : State.PAID;
    }

    /** What has become of one insurance of it. */
    public State state(CounterMoney.Share share) {
        if (cancelledAt != null) {
            return State.CANCELLED;
        }
        return switch (share.state()) {
            case HELD -> State.TAKEN;
            case PAID -> State.PAID;
            case TO_RETURN -> State.TO_RETURN;
        };
    }

    /** What comes back to the worker once it was taken. */
    public long toReturnFen() {
        return shares.stream()
                .filter(share -> state(share) == State.TO_RETURN)
                .mapToLong(CounterMoney.Share::amountFen)
                .sum();
    }

    Payment with(List<CounterMoney.Share> now, @Nullable Instant cancelled, long counted) {
        return new Payment(
                id,
                clientId,
                reference,
                payoutId,
                workerId,
                mandateId,
                amountFen,
                means,
                point,
                operator,
                receiptCode,
                day,
                takenAt,
                cancelled,
                now,
                counted);
    }
}
