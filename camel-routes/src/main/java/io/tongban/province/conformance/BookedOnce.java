package io.tongban.province.conformance;

import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.conformance.Bench.Enrolled;
import java.io.IOException;
import java.util.Arrays;

/** Compares what the province answered with what stands in its books, where they can be looked into. */
final class BookedOnce {
    private BookedOnce() {}

    static Verdict verdict(Bench bench, Enrolled enrolled, ProvinceReply reply) {
        boolean accepted = reply instanceof ProvinceReply.Accepted yes
                && yes.detail() instanceof ProvinceDetail.Withheld withheld
                && withheld.amountFen() == bench.order.amountFen();
        boolean takenBack =
                reply instanceof ProvinceReply.Refused refused && refused.reason() == RefusalReason.REVERSED;
        if (bench.farSide.isEmpty() || !(accepted || takenBack)) {
            return Verdict.that(accepted || takenBack, Bench.words(reply));
        }
        try {
            long[] booked =
                    bench.farSide.get().booked(enrolled.number(), bench.month().toString());
            if (takenBack) {
                return Verdict.that(booked.length == 0, "taken back; " + booked.length + " in the province's books");
            }
            return Verdict.that(
                    Arrays.equals(booked, new long[] {bench.order.amountFen()}),
                    "accepted; " + booked.length + " in the province's books");
        } catch (IOException e) {
            return new Verdict.Failed("the province's books cannot be read");
        }
    }
}
