package io.tongban.province.conformance;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.conformance.Bench.Enrolled;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The faults that systems of a dialect typically have, each struck into the middle of a withholding, which must end
 * booked exactly once all the same.
 */
final class TypicalFaults {
    private static final List<String> ALL_DIALECTS = List.of(
            "NO_REPLY_AFTER_COMMIT",
            "ERROR_INSIDE_SUCCESS",
            "IN_PROCESS",
            "CONNECTION_CUT_BEFORE_COMMIT",
            "CONNECTION_CUT_AFTER_COMMIT");

    private static final Map<String, List<String>> OF_DIALECT = Map.of(
            "tcp", List.of("DUPLICATE_ACKNOWLEDGEMENT", "TEN_PACKETS", "HALF_CHARACTER", "TRAILING_NUL"),
            "soap", List.of("DUPLICATE_ACKNOWLEDGEMENT", "GBK_DECLARED_IN_UTF8", "SIGN_IN_EXPIRED"),
            "exchangedb", List.of("ROW_LOCKED", "DUPLICATE_ROW", "FLAG_BEFORE_DATA"),
            "file",
                    List.of(
                            "OK_BEFORE_DATA",
                            "PARTIAL_REPLY",
                            "REPLY_TWICE",
                            "WRONG_TOTAL",
                            "NO_LAST_NEWLINE",
                            "HALF_A_BATCH",
                            "HALF_CHARACTER"),
            "queue",
                    List.of(
                            "DUPLICATE_ACKNOWLEDGEMENT",
                            "OUT_OF_ORDER",
                            "LATE_REPLY",
                            "POISON_MESSAGE",
                            "UNKNOWN_SERIAL"),
            "rest", List.of("SIGN_IN_EXPIRED", "CLOCK_SKEW", "TOO_MANY_REQUESTS", "NEW_KEY"));

    private TypicalFaults() {}

    static List<Check> of(String dialect) {
        return Stream.concat(ALL_DIALECTS.stream(), OF_DIALECT.getOrDefault(dialect, List.of()).stream())
                .map(fault -> new Check("withhold", fault, "accepted, booked once", bench -> strike(bench, fault)))
                .toList();
    }

    private static Verdict strike(Bench bench, String fault) {
        if (bench.farSide.isEmpty()) {
            return new Verdict.NotDriven("the far side has no switches; bring it about by hand");
        }
        FarSide farSide = bench.farSide.get();
        try {
            Enrolled enrolled = bench.enrolled();
            long before = farSide.struck(fault);
            farSide.strikeNext(fault, "WITHHOLD");
            ProvinceCommand.Withhold command = bench.withhold(enrolled);
            ProvinceReply reply = bench.outcome(command);
            long struck = farSide.struck(fault) - before;
            farSide.heal();
            Verdict verdict = BookedOnce.verdict(bench, enrolled, reply);
            return struck == 0 ? new Verdict.Failed("the fault did not strike; " + verdict.seen()) : verdict;
        } catch (IOException e) {
            return new Verdict.NotDriven("the far side knows no such fault");
        }
    }
}
