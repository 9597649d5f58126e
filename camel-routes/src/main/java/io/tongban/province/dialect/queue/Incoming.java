package io.tongban.province.dialect.queue;

import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Answer;

/** A message of the reply queue, read. */
sealed interface Incoming {
    /** @param kind of the transaction that is answered; of an inquiry, mostly that which was asked about */
    record Reply(TransactionKind kind, Answer answer) implements Incoming {}

    /** The province takes back what it had booked. */
    record TakenBack(Answer notice) implements Incoming {}
}
