package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.CodeBook;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Transaction;
import java.util.Locale;
import java.util.Map;

/**
 * What one province has agreed with its callers: codes and names of fields, from the options of its file. What these do
 * not say is as Henan has it, on the dialect's page.
 */
final class DialectSettings {
    private static final String TRANSACTIONS =
            "register HA1001, withhold HA2001, inquire HA2009, status HA3001, reversed HA2900,"
                    + " enrol HA4001, change-base HA4002, pause HA4003, resume HA4004, end HA4005, correct HA4006,"
                    + " day-totals HA5001, day-items HA5002";
    private static final String FIELDS = "citizen-number AAC147, name AAC003, mobile AAC067, place AAE173,"
            + " person-number AAC001, kind AAE140, period AAE002, base AAE180, amount YJJE, payer AAB001,"
            + " receipt-number DZDH, booked-at JZSJ, asked-serial OLDLSH, state AAC031, paid-through AAE042,"
            + " day DZRQ, page YM, command JYLX, count BS";

    private final CodeBook codes;
    private final Map<String, String> transactions;
    private final Map<String, String> fields;
    private final Map<String, String> returnCodes;

    DialectSettings(SimulatedProvince province) {
        codes = new CodeBook(province);
        transactions = province.pairsOver("transactions", TRANSACTIONS);
        fields = province.pairsOver("fields", FIELDS);
        returnCodes = province.pairsOver("return-codes", ReturnCode.usual());
    }

    CodeBook codes() {
        return codes;
    }

    Transaction transaction(String code) throws UnreadableRequestException {
        for (Transaction known : Transaction.values()) {
            if (!code.isEmpty() && code.equals(transactions.get(word(known)))) {
                return known;
            }
        }
        throw new UnreadableRequestException("no such transaction");
    }

    String code(Transaction transaction) {
        return transactions.getOrDefault(word(transaction), "");
    }

    /** Of the message, sent unasked, that says that a booking is taken back. */
    String reversedCode() {
        return transactions.getOrDefault("reversed", "");
    }

    /** The element of a body's field. */
    String element(String field) {
        return fields.getOrDefault(field, field);
    }

    String returnCode(ReturnCode code) {
        return returnCodes.getOrDefault(code.word(), "");
    }

    private static String word(Transaction transaction) {
        return transaction.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
