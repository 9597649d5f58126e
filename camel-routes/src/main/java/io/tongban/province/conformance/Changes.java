package io.tongban.province.conformance;

import static io.tongban.province.conformance.Bench.words;
import static io.tongban.province.conformance.Commands.refused;

import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.TransactionKind;
import io.tongban.province.conformance.Bench.Enrolled;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The checks of what changes a person's insurances, each on a person of its own, from the month on that is withheld for. */
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
                new Check("correct name and mobile", "accepted, and withheld under the new name", Changes::correct));
    }

    private static Verdict pauseAndResume(Bench bench) {
        return oneAfterTheOther(bench, InsuranceChange.PAUSE, InsuranceChange.RESUME);
    }

    private static Verdict endAndEnrol(Bench bench) {
        return oneAfterTheOther(bench, InsuranceChange.END, InsuranceChange.ENROL, InsuranceChange.CHANGE_BASE);
    }

    private static Verdict oneAfterTheOther(Bench bench, InsuranceChange... changes) {
        if (!offers(bench, Stream.of(changes).map(TransactionKind::of))) {
            return Verdict.notOffered();
        }
        Enrolled enrolled = bench.enrolled();
        YearMonth from = bench.month();
        for (InsuranceChange change : changes) {
            ProvinceReply reply = bench.outcome(bench.change(enrolled, change, from));
            if (!(reply instanceof ProvinceReply.Accepted)) {
                return new Verdict.Failed(TransactionKind.of(change).word() + ": " + words(reply));
            }
        }
        return Verdict.that(true, "accepted");
    }

    private static Verdict pausedMonth(Bench bench) {
        if (!offers(bench, Stream.of(TransactionKind.PAUSE))) {
            return Verdict.notOffered();
        }
        Enrolled enrolled = bench.enrolled();
        ProvinceReply paused = bench.outcome(bench.change(enrolled, InsuranceChange.PAUSE, bench.month()));
        return paused instanceof ProvinceReply.Accepted
                ? refused(bench.outcome(bench.withhold(enrolled)), RefusalReason.NOT_ELIGIBLE)
                : new Verdict.Failed("the pause ended " + words(paused));
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
        ProvinceCommand pause = bench.change(bench.enrolled(), InsuranceChange.PAUSE, bench.month());
        return sameReceipt(bench.outcome(pause), bench.outcome(pause));
    }

    private static Verdict inquire(Bench bench) {
        if (!offers(bench, Stream.of(TransactionKind.PAUSE, TransactionKind.INQUIRE))) {
            return Verdict.notOffered();
        }
        ProvinceCommand pause = bench.change(bench.enrolled(), InsuranceChange.PAUSE, bench.month());
        return sameReceipt(bench.outcome(pause), bench.resumed(pause));
    }

    private static Verdict correct(Bench bench) {
        if (!offers(bench, Stream.of(TransactionKind.CORRECT))) {
            return Verdict.notOffered();
        }
        Enrolled known = bench.enrolled();
        InsuredPerson right = new InsuredPerson(known.person().citizenNumber(), "测试改", "13900000002");
        ProvinceReply corrected = bench.outcome(bench.correct(right, known.number()));
        if (!(corrected instanceof ProvinceReply.Accepted)) {
            return new Verdict.Failed("the correction ended " + words(corrected));
        }
        ProvinceReply paid = bench.outcome(bench.withhold(new Enrolled(right, known.number())));
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
