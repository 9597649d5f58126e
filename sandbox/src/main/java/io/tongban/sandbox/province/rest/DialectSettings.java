package io.tongban.sandbox.province.rest;

import io.tongban.sandbox.province.CodeBook;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Transaction;
import java.util.Locale;
import java.util.Map;

/**
 * What one province has agreed with its callers: codes, and names of members where they are not the page's, from the
 * options of its file. What these do not say is as Zhejiang has it, on the dialect's page.
 */
final class DialectSettings {
    private static final String CODES =
            "sign-in ZJ0001, register ZJ1001, withhold ZJ2001, inquire ZJ2009, status ZJ3001,"
                    + " enrol ZJ4001, change-base ZJ4002, pause ZJ4003, resume ZJ4004, end ZJ4005, correct ZJ4006,"
                    + " day-totals ZJ5001, day-items ZJ5002";

    private final CodeBook codes;
    private final Map<String, String> transactions;
    private final Map<String, String> members;
    private final Map<String, String> returnCodes;

    DialectSettings(SimulatedProvince province) {
        codes = new CodeBook(province);
        transactions = province.pairsOver("transactions", CODES);
        members = province.pairs("members", "");
        returnCodes = province.pairsOver("return-codes", ReturnCode.usual());
    }

    CodeBook codes() {
        return codes;
    }

    Transaction transaction(String code) throws UnreadableRequestException {
        for (Map.Entry<String, String> known : transactions.entrySet()) {
            if (known.getValue().equals(code)) {
                return Transaction.valueOf(
                        known.getKey().toUpperCase(Locale.ROOT).replace('-', '_'));
            }
        }
        throw new UnreadableRequestException("no such transaction");
    }

    /** How this province calls a member of a body. */
    String member(String page) {
        return members.getOrDefault(page, page);
    }

    String returnCode(ReturnCode code) {
        return returnCodes.getOrDefault(code.word(), "");
    }
}
