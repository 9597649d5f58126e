package io.tongban.sdk.fake;

import io.tongban.api.problem.ProblemSource;
import io.tongban.api.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a withholding or an enrolment, and when, by the fake's clock. Immutable; steps follow each other:
 *
 * <pre>{@code
 * Outcome.confirmed()                                              // at once
 * Outcome.confirmed().after(Duration.ofDays(1))                    // a province that answers by file
 * Outcome.refused(ProblemType.PROVINCE_AMOUNT_NOT_ALLOWED)
 * Outcome.unknown().then(Duration.ofMinutes(5), Outcome.confirmed())  // time-out, then inquired
 * Outcome.confirmed().then(Duration.ofDays(3), Outcome.reversed())
 * Outcome.open()                                                   // until the test decides it
 * }</pre>
 */
public final class Outcome {
    private final List<Step> steps;

    private Outcome(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    enum Kind {
        OPEN,
        UNKNOWN,
        CONFIRMED,
        REFUSED,
        AWAITING_REVIEW,
        REVERSED
    }

    /**
     * One thing that happens.
     *
     * @param after how long after the one before
     * @param refusal only of a refusal
     */
    record Step(Kind kind, Duration after, @Nullable ProblemType refusal) {}

    private static Outcome of(Kind kind, @Nullable ProblemType refusal) {
        return new Outcome(List.of(new Step(kind, Duration.ZERO, refusal)));
    }

    /** The province books it; an enrolment is ENROLLED. */
    public static Outcome confirmed() {
        return of(Kind.CONFIRMED, null);
    }

    /**
     * The province refuses it.
     *
     * @param why a code of which {@link ProblemType#source()} is the province; what the gateway itself refuses it refuses
     *     at once: {@link Faults#refuse}
     */
    public static Outcome refused(ProblemType why) {
        if (why == null || why.source() != ProblemSource.PROVINCE) {
            throw new IllegalArgumentException("No province refuses with " + why);
        }
        return of(Kind.REFUSED, why);
    }

    /** Sent, and no answer: stays IN_PROCESS or PENDING until the test settles it. */
    public static Outcome open() {
        return of(Kind.OPEN, null);
    }

    /** Sent, and no one can say what became of it; let {@link #then} say what the inquiry finds. */
    public static Outcome unknown() {
        return of(Kind.UNKNOWN, null);
    }

    /** A person at the agency has to settle it: the fake's agency does, or {@link #then}. */
    public static Outcome awaitingReview() {
        return of(Kind.AWAITING_REVIEW, null);
    }

    /** The province takes back what it booked; only of withholdings, and only after {@link #confirmed}. */
    public static Outcome reversed() {
        return of(Kind.REVERSED, null);
    }

    /** The same, later. */
    public Outcome after(Duration later) {
        List<Step> delayed = new ArrayList<>(steps);
        Step first = delayed.get(0);
        delayed.set(0, new Step(first.kind(), first.after().plus(positive(later)), first.refusal()));
        return new Outcome(delayed);
    }

    /** This, and so much later that. */
    public Outcome then(Duration later, Outcome next) {
        if (next == null) {
            throw new IllegalArgumentException("The next outcome is missing");
        }
        List<Step> all = new ArrayList<>(steps);
        all.addAll(next.after(later).steps);
        return new Outcome(all);
    }

    private static Duration positive(Duration later) {
        if (later == null || later.isNegative()) {
            throw new IllegalArgumentException("An outcome comes later, not earlier");
        }
        return later;
    }

    List<Step> steps() {
        return steps;
    }

    @Override
    public String toString() {
        return "Outcome" + steps;
    }
}
