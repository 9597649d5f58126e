package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Transaction;
import java.util.Map;

/** The dialect's transaction codes, after a province's own prefix such as {@code HA}. */
final class TransactionCodes {
    private static final Map<Transaction, String> NUMBERS = Map.of(
            Transaction.REGISTER, "1001",
            Transaction.WITHHOLD, "2001",
            Transaction.INQUIRE, "2009",
            Transaction.STATUS, "3001");
    private static final String REVERSED = "2900";

    private final String prefix;

    TransactionCodes(String prefix) {
        this.prefix = prefix;
    }

    Transaction transaction(String code) throws UnreadableRequestException {
        for (Map.Entry<Transaction, String> known : NUMBERS.entrySet()) {
            if (code.equals(prefix + known.getValue())) {
                return known.getKey();
            }
        }
        throw new UnreadableRequestException("no such transaction");
    }

    String of(Transaction transaction) {
        return prefix + NUMBERS.getOrDefault(transaction, "");
    }

    /** Of the message, sent unasked, that says that a booking is taken back. */
    String reversed() {
        return prefix + REVERSED;
    }
}
