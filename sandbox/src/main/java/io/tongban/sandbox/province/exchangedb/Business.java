package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.WithholdOrder;

/** What a row asks for. The ledger gives a serial that it has seen its original answer. */
sealed interface Business {
    String serial();

    Transaction transaction();

    /** Through the processor, where faults strike. */
    Delivery at(RequestProcessor processor);

    /** Straight from the books: what is true, and will be found there however often one looks. */
    Answer at(Ledger ledger);

    record Register(String serial, RegisterOrder order) implements Business {
        @Override
        public Transaction transaction() {
            return Transaction.REGISTER;
        }

        @Override
        public Delivery at(RequestProcessor processor) {
            return processor.register(serial, order);
        }

        @Override
        public Answer at(Ledger ledger) {
            return ledger.register(serial, order);
        }
    }

    record Withhold(String serial, WithholdOrder order) implements Business {
        @Override
        public Transaction transaction() {
            return Transaction.WITHHOLD;
        }

        @Override
        public Delivery at(RequestProcessor processor) {
            return processor.withhold(serial, order);
        }

        @Override
        public Answer at(Ledger ledger) {
            return ledger.withhold(serial, order);
        }
    }

    record Status(String serial, String personNumber, String citizenNumber) implements Business {
        @Override
        public Transaction transaction() {
            return Transaction.STATUS;
        }

        @Override
        public Delivery at(RequestProcessor processor) {
            return processor.status(serial, personNumber, citizenNumber);
        }

        @Override
        public Answer at(Ledger ledger) {
            return ledger.status(personNumber, citizenNumber);
        }

        @Override
        public String toString() {
            return "Status[…]";
        }
    }
}
