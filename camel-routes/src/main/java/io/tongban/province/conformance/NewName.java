package io.tongban.province.conformance;

import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.TransactionKind;

/** What a correction makes of a test person, and how that is found and undone in the next run if this one is ended. */
final class NewName {
    private NewName() {}

    static InsuredPerson of(InsuredPerson person) {
        return new InsuredPerson(person.citizenNumber(), "测试改", "13900000002");
    }

    /** Registers; whoever is still known by the new name gets the old one again first. */
    static ProvinceReply registered(Bench bench, InsuredPerson person) {
        ProvinceReply reply = bench.outcome(bench.register(person));
        boolean mayBeRenamed = bench.persons().comeAgain()
                && bench.facts().capability(TransactionKind.CORRECT).sent()
                && reply instanceof ProvinceReply.Refused refused
                && refused.reason() == RefusalReason.IDENTITY_MISMATCH;
        return mayBeRenamed && isTakenBack(bench, person) ? bench.outcome(bench.register(person)) : reply;
    }

    private static boolean isTakenBack(Bench bench, InsuredPerson person) {
        return bench.outcome(bench.register(of(person))) instanceof ProvinceReply.Accepted accepted
                && accepted.detail() instanceof ProvinceDetail.Registered registered
                && bench.outcome(bench.correct(person, registered.personNumber())) instanceof ProvinceReply.Accepted;
    }
}
