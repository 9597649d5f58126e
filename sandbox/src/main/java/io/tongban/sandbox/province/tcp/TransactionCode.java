package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Transaction;

/** The dialect's transaction codes. */
final class TransactionCode {
    private TransactionCode() {}

    static Transaction of(String code) throws UnreadableFieldException {
        return switch (code) {
            case "1001" -> Transaction.REGISTER;
            case "2001" -> Transaction.WITHHOLD;
            case "2009" -> Transaction.INQUIRE;
            case "3001" -> Transaction.STATUS;
            default -> throw new UnreadableFieldException("no such transaction");
        };
    }
}
