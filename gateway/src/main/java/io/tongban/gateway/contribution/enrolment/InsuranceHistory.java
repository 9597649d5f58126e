package io.tongban.gateway.contribution.enrolment;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceChange;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was changed of one insurance of one person at one province, in the order in which it was accepted, but for what the
 * province refused. Whoever is registered there may pay for what the province takes, until it is paused or ended.
 */
public record InsuranceHistory(List<Change> changes) {
    public static final InsuranceHistory EMPTY = new InsuranceHistory(List.of());

    /** @param confirmed whether the province has confirmed it; it may still refuse it else */
    public record Change(InsuranceChange change, YearMonth from, boolean confirmed) {}

    /** How an insurance stands in a month. */
    public enum Standing {
        OPEN,
        PAUSED,
        ENDED
    }

    public InsuranceHistory {
        changes = List.copyOf(changes);
    }

    InsuranceHistory and(Change change) {
        List<Change> all = new ArrayList<>(changes);
        all.add(change);
        return new InsuranceHistory(all);
    }

    public Standing in(YearMonth month) {
        Standing standing = Standing.OPEN;
        for (Change change : changes) {
            if (!change.from().isAfter(month)) {
                standing = after(standing, change.change());
            }
        }
        return standing;
    }

    /** How it stands once all of it holds. */
    public Standing last() {
        return latest().map(this::in).orElse(Standing.OPEN);
    }

    /** First month of the latest change; no change may hold from before it. */
    public Optional<YearMonth> latest() {
        return changes.stream().map(Change::from).max(YearMonth::compareTo);
    }

    /** Whether somebody enrolled the person for it, and nobody has ended that. */
    public boolean isEnrolled() {
        return changes.stream().anyMatch(change -> change.change() == InsuranceChange.ENROL)
                && last() != Standing.ENDED;
    }

    /**
     * Whether the person may count as insured in the month or one after it: somebody enrolled the person, or was paying, and
     * no end that the province has confirmed holds for all of these months.
     *
     * @param paying whether it was paid for lately, with or without an enrolment
     */
    public boolean mayInsureFrom(YearMonth month, boolean paying) {
        InsuranceHistory certain = new InsuranceHistory(changes.stream()
                .filter(change -> change.change() != InsuranceChange.END || change.confirmed())
                .toList());
        boolean counts = paying || changes.stream().anyMatch(change -> change.change() == InsuranceChange.ENROL);
        return counts
                && Stream.concat(
                                Stream.of(month),
                                changes.stream().map(Change::from).filter(month::isBefore))
                        .anyMatch(each -> certain.in(each) != Standing.ENDED);
    }

    /** @throws ProblemException insurance-paused or insurance-ended if the month cannot be paid */
    public void requirePayable(YearMonth month, String pointer) {
        switch (in(month)) {
            case OPEN -> {}
            case PAUSED ->
                throw new ProblemException(ProblemType.INSURANCE_PAUSED, "It is paused in " + month, pointer);
            case ENDED -> throw new ProblemException(ProblemType.INSURANCE_ENDED, "It ended before " + month, pointer);
        }
    }

    private static Standing after(Standing before, InsuranceChange change) {
        return switch (change) {
            case ENROL, RESUME -> Standing.OPEN;
            case PAUSE -> Standing.PAUSED;
            case END -> Standing.ENDED;
            case CHANGE_BASE -> before;
        };
    }
}
