package io.tongban.province.conformance;

import static io.tongban.province.conformance.Bench.words;

import io.tongban.province.InsuranceChange;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.TransactionKind;
import io.tongban.province.conformance.Bench.Enrolled;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The person of a row whose insurance is changed. One who comes again is left insured and not paused, and one whom a run
 * that was ended has left otherwise is put right first.
 */
final class ChangedPerson {
    private final Bench bench;
    private final Enrolled enrolled;
    private final List<YearMonth> months;
    private YearMonth from;

    ChangedPerson(Bench bench) {
        this.bench = bench;
        this.enrolled = bench.enrolled();
        this.months = bench.monthsOfChanges();
        this.from = months.get(0);
    }

    /** A change, and what came of it. */
    record Attempt(ProvinceCommand command, ProvinceReply reply) {
        boolean accepted() {
            return reply instanceof ProvinceReply.Accepted;
        }
    }

    /** From the first month that is not in the way; if none is, what came of the very first. */
    Attempt first(InsuranceChange change) {
        Attempt first = next(change);
        Attempt attempt = first;
        for (YearMonth month : months) {
            if (!isInTheWay(attempt)) {
                return attempt;
            }
            if (!month.equals(from)) {
                from = month;
                attempt = next(change);
            }
            if (isRefused(attempt, RefusalReason.NOT_ELIGIBLE) && isOpened()) {
                attempt = next(change);
            }
        }
        return isInTheWay(attempt) ? first : attempt;
    }

    Attempt next(InsuranceChange change) {
        ProvinceCommand command = bench.change(enrolled, change, from);
        return new Attempt(command, bench.outcome(command));
    }

    /** What comes of a withholding for the month from which on it was changed. */
    ProvinceReply withheld() {
        return bench.outcome(bench.withhold(enrolled.person(), enrolled.number(), bench.order.amountFen(), from));
    }

    /** After a pause; for one who does not come again it would show nothing. */
    Verdict resumed(Verdict verdict) {
        if (!bench.persons().comeAgain() || !isOffered(InsuranceChange.RESUME)) {
            return verdict;
        }
        Attempt resumed = next(InsuranceChange.RESUME);
        String seen = verdict.seen() + "; but the person stays paused: " + words(resumed.reply());
        return resumed.accepted() ? verdict : new Verdict.Failed(seen);
    }

    /** Whether another run may be why. */
    private boolean isInTheWay(Attempt attempt) {
        return bench.persons().comeAgain()
                && (isRefused(attempt, RefusalReason.NOT_ELIGIBLE)
                        || isRefused(attempt, RefusalReason.PERIOD_ALREADY_PAID));
    }

    private static boolean isRefused(Attempt attempt, RefusalReason reason) {
        return attempt.reply() instanceof ProvinceReply.Refused refused && refused.reason() == reason;
    }

    private boolean isOpened() {
        return Stream.of(InsuranceChange.RESUME, InsuranceChange.ENROL)
                .filter(this::isOffered)
                .anyMatch(change -> next(change).accepted());
    }

    private boolean isOffered(InsuranceChange change) {
        return bench.facts().capability(TransactionKind.of(change)).sent();
    }
}
