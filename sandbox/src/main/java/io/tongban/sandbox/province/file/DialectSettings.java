package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.CodeBook;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Transaction;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one province and its callers agreed on, within the dialect. */
final class DialectSettings {
    private static final String CODES = "register JS1001, withhold JS2001, enrol JS4001, change-base JS4002,"
            + " pause JS4003, resume JS4004, end JS4005, correct JS4006,"
            + " day-totals JS5001, day-items JS5002";

    private final TextFormat format;
    private final CodeBook codes;
    private final Pattern names;
    private final Map<String, String> kinds;
    private final Map<String, String> returnCodes;
    private final Duration replyAfter;

    DialectSettings(SimulatedProvince province) {
        format = new TextFormat(Charset.forName(province.charset()), province.option("delimiter", "|"));
        codes = new CodeBook(province);
        names = Pattern.compile("([A-Za-z0-9-]+)_" + Pattern.quote(province.operator()) + "_[0-9]{8}_[0-9]{3,9}");
        kinds = province.pairsOver("transactions", CODES);
        returnCodes = province.pairsOver("return-codes", ReturnCode.usual());
        replyAfter = Duration.parse(province.option("reply-after", "PT1S"));
    }

    TextFormat format() {
        return format;
    }

    CodeBook codes() {
        return codes;
    }

    Duration replyAfter() {
        return replyAfter;
    }

    /** What a file of this name holds; empty if it is none of the province's business. */
    Optional<FileKind> kind(String name) {
        Matcher parts = names.matcher(name);
        return parts.matches()
                ? Arrays.stream(FileKind.values())
                        .filter(kind -> parts.group(1).equals(kinds.get(kind.word())))
                        .findFirst()
                : Optional.empty();
    }

    /** In the names of files that tell of a day. */
    String dayCode(Transaction transaction) {
        return kinds.getOrDefault(transaction == Transaction.DAY_TOTALS ? "day-totals" : "day-items", "");
    }

    String returnCode(ReturnCode code) {
        return returnCodes.getOrDefault(code.word(), "");
    }
}
