package io.tongban.gateway.contribution.cover;

import io.tongban.gateway.contribution.policy.Rule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an insurance stands on a day.
 *
 * @param since first day of the state; null before anything is paid
 * @param paidThrough last month paid
 * @param waitingUntil last day that is waited for, if all is paid; only while waiting
 * @param lapsesOn first day without cover if nothing more is paid; only while there is something to lose; null where no
 *     rule says what is lost, or it ends for good
 * @param lapsesBy why it lapses then; with {@code lapsesOn} only
 * @param afterPaying what follows from paying it; null where nothing is due
 * @param beingCollected months that are neither confirmed nor failed yet
 */
public record Outlook(
        CoverSpan current,
        @Nullable LocalDate since,
        @Nullable YearMonth paidThrough,
        @Nullable LocalDate waitingUntil,
        @Nullable LocalDate lapsesOn,
        @Nullable CoverReason lapsesBy,
        @Nullable NextDue nextDue,
        @Nullable AfterPaying afterPaying,
        List<YearMonth> beingCollected) {
    public Outlook {
        beingCollected = List.copyOf(beingCollected);
    }

    /** The same, without a word of when and how it began; what is covered today and what is due stays. */
    public Outlook silentOnItsBeginning() {
        boolean tells = switch (current.reason()) {
            case FIRST_PAYMENT, AFTER_GAP, JOINED_LATE -> true;
            default -> false;
        };
        CoverSpan silent = new CoverSpan(
                current.from(),
                current.through(),
                current.state(),
                tells ? CoverReason.NOT_SHOWN : current.reason(),
                current.behind().stream()
                        .filter(entry ->
                                entry.key().rule() == Rule.COVER || entry.key().rule() == Rule.CUT_OFF_DAY)
                        .toList());
        return new Outlook(silent, null, paidThrough, null, lapsesOn, lapsesBy, nextDue, afterPaying, beingCollected);
    }

    /** Whether what is due next lies before what is paid. */
    boolean isHoleDue() {
        return nextDue != null && paidThrough != null && nextDue.month().isBefore(paidThrough);
    }

    /** Whether what there is ends because somebody ordered it so: nobody needs to be warned of it. */
    public boolean endsByOrder() {
        return lapsesBy == CoverReason.INSURANCE_PAUSED || lapsesBy == CoverReason.INSURANCE_ENDED;
    }

    /** Whether it is over because the worker has reached the retirement age. */
    public boolean isRetired() {
        return current.reason() == CoverReason.RETIREMENT_AGE;
    }

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
