package io.tongban.province.conformance;

import static io.tongban.province.conformance.Bench.words;
import static io.tongban.province.conformance.Commands.refused;

import io.tongban.province.InsuranceChange;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.TransactionKind;
import io.tongban.province.conformance.Bench.Enrolled;
import io.tongban.province.conformance.ChangedPerson.Attempt;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checks of what changes a person's insurances, each on a person of its own, who is left as before: insured, not
 * paused and by the old name, so that the next run can have the same persons.
 */
final class Changes {
    private static final String ACCEPTED = "accepted, one after the other";

    private Changes() {}

    static List<Check> all() {
        return List.of(
                new Check("pause and resume", ACCEPTED, Changes::pauseAndResume),
                new Check("end, enrol, change the base", ACCEPTED, Changes::endAndEnrol),
                new Check("withhold for a paused month", "refused: not-eligible", Changes::pausedMonth),
                new Check("pause a month that is paid", "refused: period-already-paid", Changes::paidMonth),
                new Check("a change again, same serial", "the same receipt", Changes::sameSerial),
                new Check("inquire a change", "the same receipt", Changes::inquire),
                new Check(
                        "correct name and mobile",
                        "accepted, and withheld under the new name; then back",
                        Changes::correct));
    }

    private static Verdict pauseAndResume(Bench bench) {
        return oneAfterTheOther(bench, InsuranceChange.PAUSE, InsuranceChange.RESUME);
    }

    private static Verdict endAndEnrol(Bench bench) {
        return oneAfterTheOther(bench, InsuranceChange.END, InsuranceChange.ENROL, InsuranceChange.CHANGE_BASE);
    }

    private static Verdict oneAfterTheOther(Bench bench, InsuranceChange first, InsuranceChange... others) {
        if (!offers(bench, Stream.concat(Stream.of(first), Stream.of(others)).map(TransactionKind::of))) {
            return Verdict.notOffered();
        }
        ChangedPerson person = new ChangedPerson(bench);
        Attempt attempt = person.first(first);
        InsuranceChange change = first;
        for (int i = 0; i < others.length && attempt.accepted(); i++) {
            change = others[i];
            attempt = person.next(change);
        }
        return attempt.accepted()
                ? Verdict.that(true, "accepted")
                : new Verdict.Failed(TransactionKind.of(change).word() + ": " + words(attempt.reply()));
    }

    private static Verdict pausedMonth(Bench bench) {
        if (!offers(bench, Stream.of(TransactionKind.PAUSE))) {
            return Verdict.notOffered();
        }
        ChangedPerson person = new ChangedPerson(bench);
        Attempt paused = person.first(InsuranceChange.PAUSE);
        return paused.accepted()
                ? person.resumed(refused(person.withheld(), RefusalReason.NOT_ELIGIBLE))
                : new Verdict.Failed("the pause ended " + words(paused.reply()));
    }

    private static Verdict paidMonth(Bench bench) {
        if (!offers(bench, Stream.of(TransactionKind.PAUSE))) {
            return Verdict.notOffered();
        }
        Enrolled enrolled = bench.enrolled();
        ProvinceReply paid = bench.outcome(bench.withhold(enrolled));
        ProvinceCommand pause = bench.change(enrolled, InsuranceChange.PAUSE, bench.month());
        return paid instanceof ProvinceReply.Accepted
                ? refused(bench.outcome(pause), RefusalReason.PERIOD_ALREADY_PAID)
                : new Verdict.Failed("the withholding ended " + words(paid));
    }

    private static Verdict sameSerial(Bench bench) {
        if (!offers(bench, Stream.of(TransactionKind.PAUSE))) {
            return Verdict.notOffered();
        }
        ChangedPerson person = new ChangedPerson(bench);
        Attempt pause = person.first(InsuranceChange.PAUSE);
        Verdict verdict = sameReceipt(pause.reply(), bench.outcome(pause.command()));
        return pause.accepted() ? person.resumed(verdict) : verdict;
    }

    private static Verdict inquire(Bench bench) {
        if (!offers(bench, Stream.of(TransactionKind.PAUSE, TransactionKind.INQUIRE))) {
            return Verdict.notOffered();
        }
        ChangedPerson person = new ChangedPerson(bench);
        Attempt pause = person.first(InsuranceChange.PAUSE);
        Verdict verdict = sameReceipt(pause.reply(), bench.resumed(pause.command()));
        return pause.accepted() ? person.resumed(verdict) : verdict;
    }

    private static Verdict correct(Bench bench) {
        if (!offers(bench, Stream.of(TransactionKind.CORRECT))) {
            return Verdict.notOffered();
        }
        Enrolled known = bench.enrolled();
        // Looked for first: where there is none, nobody is renamed.
        bench.month();
        Enrolled renamed = new Enrolled(NewName.of(known.person()), known.number());
        ProvinceReply corrected = bench.outcome(bench.correct(renamed.person(), known.number()));
        if (corrected instanceof ProvinceReply.Refused) {
            return new Verdict.Failed("the correction ended " + words(corrected));
        }
        Verdict verdict = corrected instanceof ProvinceReply.Accepted
                ? withheldAs(bench, renamed)
                : new Verdict.Failed("the correction ended " + words(corrected));
        // Also after an unknown end: it may be corrected all the same.
        ProvinceReply back = bench.outcome(bench.correct(known.person(), known.number()));
        return back instanceof ProvinceReply.Accepted
                ? verdict
                : new Verdict.Failed(verdict.seen() + "; but the new name stays: " + words(back));
    }

    private static Verdict withheldAs(Bench bench, Enrolled renamed) {
        ProvinceReply paid = bench.outcome(bench.withhold(renamed));
        return Verdict.that(paid instanceof ProvinceReply.Accepted, "corrected; then " + words(paid));
    }

    private static Verdict sameReceipt(ProvinceReply one, ProvinceReply other) {
        boolean same = one instanceof ProvinceReply.Accepted first
                && other instanceof ProvinceReply.Accepted second
                && first.detail().equals(second.detail());
        return Verdict.that(same, same ? "the same" : words(one) + ", then " + words(other));
    }

    private static boolean offers(Bench bench, Stream<TransactionKind> kinds) {
        return kinds.allMatch(kind -> bench.facts().capability(kind).sent());
    }
}
