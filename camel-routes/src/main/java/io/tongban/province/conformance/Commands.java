package io.tongban.province.conformance;

import static io.tongban.province.conformance.Bench.words;

import io.tongban.province.Capability;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.TransactionKind;
import io.tongban.province.conformance.Bench.Enrolled;
import java.util.List;

/** The checks that need a healthy far side: each command, and what the province has to say no to. */
final class Commands {
    private static final String ONCE = "accepted, booked once";

    private Commands() {}

    static List<Check> all() {
        return List.of(
                new Check("register", "accepted, with a person number", Commands::register),
                new Check("register again", "the same person number", Commands::registerAgain),
                new Check("withhold", ONCE, Commands::withhold),
                new Check("withhold again, same serial", "the same receipt", Commands::sameSerial),
                new Check("inquire", "the same receipt", Commands::inquire),
                new Check("inquire what never arrived", "not found, then sent: " + ONCE, Commands::neverArrived),
                new Check("the month again, new serial", "refused: period-already-paid", Commands::sameMonth),
                new Check("a person unknown there", "refused: person-unknown", Commands::unknownPerson),
                new Check("another's name", "refused: identity-mismatch", Commands::anotherName),
                new Check("a wrong amount", "refused: amount-not-allowed", Commands::wrongAmount),
                new Check("query status", "accepted, paid through the month or a later one", Commands::queryStatus),
                new Check("day totals", "one booking more than before it", Days::totals),
                new Check("day items", "the booking among them", Days::items),
                new Check("a name with 䶮", "whole, or not sent", bench -> Names.check(bench, "测䶮试")),
                new Check("a name with 𠮷", "whole, or not sent", bench -> Names.check(bench, "测𠮷试")));
    }

    private static Verdict register(Bench bench) {
        ProvinceReply reply = NewName.registered(bench, bench.persons().next());
        return Verdict.that(reply instanceof ProvinceReply.Accepted, words(reply));
    }

    private static Verdict registerAgain(Bench bench) {
        Enrolled enrolled = bench.enrolled();
        ProvinceReply again = bench.outcome(bench.register(enrolled.person()));
        boolean same = again instanceof ProvinceReply.Accepted accepted
                && accepted.detail() instanceof ProvinceDetail.Registered registered
                && registered.personNumber().equals(enrolled.number());
        return Verdict.that(same, same ? "the same" : words(again));
    }

    private static Verdict withhold(Bench bench) {
        Enrolled enrolled = bench.enrolled();
        ProvinceReply reply = bench.outcome(bench.withhold(enrolled));
        return BookedOnce.verdict(bench, enrolled, reply);
    }

    private static Verdict sameSerial(Bench bench) {
        ProvinceCommand.Withhold command = bench.withhold(bench.enrolled());
        return sameReceipt(bench.outcome(command), bench.outcome(command));
    }

    private static Verdict inquire(Bench bench) {
        if (!bench.facts().capability(TransactionKind.INQUIRE).sent()) {
            return new Verdict.NotDriven("taken back instead of inquired");
        }
        ProvinceCommand.Withhold command = bench.withhold(bench.enrolled());
        return sameReceipt(bench.outcome(command), bench.resumed(command));
    }

    private static Verdict sameReceipt(ProvinceReply one, ProvinceReply other) {
        boolean same = one instanceof ProvinceReply.Accepted first
                && other instanceof ProvinceReply.Accepted second
                && first.detail().equals(second.detail());
        return Verdict.that(same, same ? "the same" : words(one) + ", then " + words(other));
    }

    private static Verdict neverArrived(Bench bench) {
        if (!bench.facts().capability(TransactionKind.INQUIRE).sent()) {
            return takenBack(bench);
        }
        Enrolled enrolled = bench.enrolled();
        return BookedOnce.verdict(bench, enrolled, bench.resumed(bench.withhold(enrolled)));
    }

    /** What never arrived and was taken back must not be booked when it arrives after all. */
    private static Verdict takenBack(Bench bench) {
        ProvinceCommand.Withhold command = bench.withhold(bench.enrolled());
        ProvinceReply reversed = bench.resumed(command);
        ProvinceReply late = bench.send(command);
        boolean right = reversed instanceof ProvinceReply.Refused first
                && first.reason() == RefusalReason.REVERSED
                && late instanceof ProvinceReply.Refused;
        return Verdict.that(right, words(reversed) + "; when it arrives late: " + words(late));
    }

    private static Verdict sameMonth(Bench bench) {
        Enrolled enrolled = bench.enrolled();
        ProvinceReply first = bench.outcome(bench.withhold(enrolled));
        return first instanceof ProvinceReply.Accepted
                ? refused(bench.outcome(bench.withhold(enrolled)), RefusalReason.PERIOD_ALREADY_PAID)
                : new Verdict.Failed("the first ended " + words(first));
    }

    private static Verdict unknownPerson(Bench bench) {
        Enrolled known = bench.enrolled();
        String other = known.number().replaceAll("[0-9]", "9");
        ProvinceCommand.Withhold command = bench.withhold(bench.persons().stranger(), other, bench.order.amountFen());
        return refused(bench.outcome(command), RefusalReason.PERSON_UNKNOWN);
    }

    private static Verdict anotherName(Bench bench) {
        Enrolled known = bench.enrolled();
        InsuredPerson renamed = new InsuredPerson(
                known.person().citizenNumber(), "另一人", known.person().mobile());
        return refused(
                bench.outcome(bench.withhold(renamed, known.number(), bench.order.amountFen())),
                RefusalReason.IDENTITY_MISMATCH);
    }

    private static Verdict wrongAmount(Bench bench) {
        Enrolled known = bench.enrolled();
        ProvinceCommand.Withhold command = bench.withhold(known.person(), known.number(), bench.order.amountFen() + 1);
        return refused(bench.outcome(command), RefusalReason.AMOUNT_NOT_ALLOWED);
    }

    static Verdict refused(ProvinceReply reply, RefusalReason reason) {
        return Verdict.that(reply instanceof ProvinceReply.Refused refused && refused.reason() == reason, words(reply));
    }

    private static Verdict queryStatus(Bench bench) {
        if (bench.facts().capability(TransactionKind.QUERY_STATUS) != Capability.ONLINE) {
            return Verdict.notOffered();
        }
        Enrolled enrolled = bench.enrolled();
        bench.outcome(bench.withhold(enrolled));
        ProvinceReply reply = bench.send(bench.query(enrolled));
        boolean paid = reply instanceof ProvinceReply.Accepted accepted
                && accepted.detail() instanceof ProvinceDetail.Covers covers
                && covers.covers().stream()
                        .anyMatch(cover -> cover.insurance().equals(bench.order.insurance())
                                && cover.paidThrough() != null
                                && !cover.paidThrough().isBefore(bench.month()));
        return Verdict.that(paid, words(reply));
    }
}
