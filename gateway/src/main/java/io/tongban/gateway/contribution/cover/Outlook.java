package io.tongban.gateway.contribution.cover;

import io.tongban.gateway.contribution.policy.Rule;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How an insurance stands on a day.
 *
 * @param since first day of the state; null before anything is paid
 * @param paidThrough last month paid
 * @param waitingUntil last day that is waited for, if all is paid; only while waiting
 * @param lapsesOn first day without cover unless the next month due is paid; only while there is something to lose;
 *     null where no rule says what is lost
 * @param afterPaying what follows from paying it; null where nothing is due
 */
public record Outlook(
        CoverSpan current,
        @Nullable LocalDate since,
        @Nullable YearMonth paidThrough,
        @Nullable LocalDate waitingUntil,
        @Nullable LocalDate lapsesOn,
        @Nullable NextDue nextDue,
        @Nullable AfterPaying afterPaying) {
    public CoverState state() {
        return current.state();
    }

    /** Whether the wait may be shorter than what is said: only its longest is known, or not what was paid elsewhere. */
    public boolean isWaitingAtMost() {
        return current.state() == CoverState.WAITING
                && (current.reason() == CoverReason.FIRST_PAYMENT
                        || current.behind().stream()
                                .anyMatch(entry -> entry.key().rule() == Rule.WAITING_MONTHS_AT_MOST));
    }
}
