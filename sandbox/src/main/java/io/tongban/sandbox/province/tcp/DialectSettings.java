package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.CodeBook;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Transaction;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What one province has agreed with its callers: framing, codes and layouts, from the options of its file. What these do
 * not say is as Sichuan has it, on the dialect's page.
 */
final class DialectSettings {
    private static final String CODES = "register 1001, withhold 2001, inquire 2009, reverse 2008, status 3001,"
            + " enrol 4001, change-base 4002, pause 4003, resume 4004, end 4005, correct 4006,"
            + " day-totals 5001, day-items 5002";
    private static final Map<Transaction, String> REQUESTS = Map.of(
            Transaction.REGISTER, "citizen-number 18, name 40, mobile 11, place 1",
            Transaction.WITHHOLD,
                    "person-number 12, citizen-number 18, name 40, kind 3, period 6, base 12, amount 12, payer 18",
            Transaction.INQUIRE, "asked-serial 20, asked-transaction 4",
            Transaction.REVERSE, "asked-serial 20, asked-transaction 4",
            Transaction.STATUS, "person-number 12, citizen-number 18",
            Transaction.DAY_TOTALS, "day 8",
            Transaction.DAY_ITEMS, "day 8, page 4");
    private static final Map<Transaction, String> REPLIES = Map.of(
            Transaction.REGISTER, "person-number 12",
            Transaction.WITHHOLD, "receipt-number 20, amount 12, booked-at 14",
            Transaction.STATUS, "row-count 2",
            Transaction.DAY_TOTALS, "day 8, row-count 2",
            Transaction.DAY_ITEMS, "day 8, row-count 2");
    private static final Map<Transaction, String> ROWS = Map.of(
            Transaction.STATUS, "kind 3, state 1, paid-through 6",
            Transaction.DAY_TOTALS, "command 2, kind 3, count 8, amount 16",
            Transaction.DAY_ITEMS, "command 2, asked-serial 20, amount 12");

    private final Charset charset;
    private final Framing framing;
    private final CodeBook codes;
    private final Layout requestHead;
    private final Layout replyHead;
    private final Map<Transaction, Layout> rows = new EnumMap<>(Transaction.class);
    private final Map<Transaction, Layout> requests = new EnumMap<>(Transaction.class);
    private final Map<Transaction, Layout> replies = new EnumMap<>(Transaction.class);
    private final Map<String, String> transactions;
    private final Map<String, String> returnCodes;

    DialectSettings(SimulatedProvince province) {
        charset = Charset.forName(province.charset());
        framing = Framing.of(province);
        codes = new CodeBook(province);
        requestHead = layout(province, "head", "transaction 4, serial 20, operator 10, sent-at 14, key 16");
        replyHead = layout(province, "reply-head", "transaction 4, serial 20, return-code 4, message 60");
        ROWS.forEach((kind, usual) ->
                rows.put(kind, layout(province, kind == Transaction.STATUS ? "row" : word(kind) + "-row", usual)));
        REQUESTS.forEach((kind, usual) -> requests.put(kind, layout(province, word(kind), usual)));
        REPLIES.forEach((kind, usual) -> replies.put(kind, layout(province, word(kind) + "-reply", usual)));
        addChanges();
        transactions = province.pairsOver("transactions", CODES);
        returnCodes = province.pairsOver("return-codes", ReturnCode.usual());
        if (province.option("inquiry", "by-serial").equals("none")) {
            requests.remove(Transaction.INQUIRE);
        }
    }

    private static Layout layout(SimulatedProvince province, String name, String usual) {
        return Layout.of(province.pairs(name, usual));
    }

    /** They are laid out as the withholding is, and the correction as the registration, with what they have. */
    private void addChanges() {
        Layout withhold = request(Transaction.WITHHOLD);
        for (Transaction change : Transaction.values()) {
            if (change.changesInsurance()) {
                requests.put(
                        change,
                        withhold.without(
                                change.saysBase() ? Set.of("amount", "payer") : Set.of("amount", "payer", "base")));
            }
        }
        Layout person = withhold.only("person-number");
        requests.put(
                Transaction.CORRECT,
                person.and(request(Transaction.REGISTER).without(Set.of("place", "certificate-kind"))));
    }

    /** Of every change. */
    Layout changeReply() {
        return reply(Transaction.WITHHOLD).only("receipt-number");
    }

    Charset charset() {
        return charset;
    }

    Framing framing() {
        return framing;
    }

    CodeBook codes() {
        return codes;
    }

    Layout requestHead() {
        return requestHead;
    }

    Layout replyHead() {
        return replyHead;
    }

    /** @throws UnreadableFieldException if the province has no such transaction */
    Transaction transaction(String code) throws UnreadableFieldException {
        for (Transaction known : requests.keySet()) {
            if (code.equals(transactions.get(word(known)))) {
                return known;
            }
        }
        throw new UnreadableFieldException("no such transaction");
    }

    Layout request(Transaction transaction) {
        return requests.getOrDefault(transaction, new Layout(Map.of()));
    }

    Layout reply(Transaction transaction) {
        return replies.getOrDefault(transaction, new Layout(Map.of()));
    }

    Layout row(Transaction transaction) {
        return rows.getOrDefault(transaction, new Layout(Map.of()));
    }

    String returnCode(ReturnCode code) {
        return returnCodes.getOrDefault(code.word(), "");
    }

    private static String word(Transaction transaction) {
        return transaction.word();
    }
}
