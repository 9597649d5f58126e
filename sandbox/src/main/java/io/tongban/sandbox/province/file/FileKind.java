package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.Transaction;
import java.util.Locale;

/** The dialect's kinds of files. */
enum FileKind {
    REGISTER(Transaction.REGISTER, 5, -1),
    WITHHOLD(Transaction.WITHHOLD, 9, 7);

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
        return name().toLowerCase(Locale.ROOT);
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
