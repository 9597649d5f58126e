package io.tongban.province.conformance;

import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceReply;

/** A rare name arrives whole, or is not sent at all; it never turns into question marks. */
final class Names {
    private Names() {}

    static Verdict check(Bench bench, String name) {
        if (!bench.persons().canBeNamed()) {
            return new Verdict.NotDriven("the test persons' names are given");
        }
        InsuredPerson person = bench.persons().next(name);
        boolean carried = bench.facts().names().carries(name);
        ProvinceReply reply = bench.outcome(bench.register(person));
        if (!carried) {
            return Verdict.that(
                    reply instanceof ProvinceReply.Refused refused
                            && refused.provinceCode().equals("not-carried"),
                    "not sent: the charset has no such character");
        }
        // A name that was lost on the way would not match the second time it is compared over there.
        ProvinceReply again = bench.outcome(bench.register(person));
        return Verdict.that(
                reply instanceof ProvinceReply.Accepted && again instanceof ProvinceReply.Accepted,
                reply instanceof ProvinceReply.Accepted ? "whole" : Bench.words(reply));
    }
}
