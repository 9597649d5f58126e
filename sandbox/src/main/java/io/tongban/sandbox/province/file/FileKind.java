package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.Transaction;

/** The dialect's kinds of files. */
enum FileKind {
    REGISTER(Transaction.REGISTER, 5, -1),
    WITHHOLD(Transaction.WITHHOLD, 9, 7),
    ENROL(Transaction.ENROL, 7, -1),
    CHANGE_BASE(Transaction.CHANGE_BASE, 7, -1),
    PAUSE(Transaction.PAUSE, 6, -1),
    RESUME(Transaction.RESUME, 6, -1),
    END(Transaction.END, 6, -1),
    CORRECT(Transaction.CORRECT, 5, -1);

    private final Transaction transaction;
    private final int fields;
    private final int amountAt;

    FileKind(Transaction transaction, int fields, int amountAt) {
        this.transaction = transaction;
        this.fields = fields;
        this.amountAt = amountAt;
    }

    Transaction transaction() {
        return transaction;
    }

    /** As province files write it. */
    String word() {
        return transaction.word();
    }

    /** In a row of a request. */
    int fields() {
        return fields;
    }

    /** Which field of a request's row is the amount; negative if none is. */
    int amountAt() {
        return amountAt;
    }
}
