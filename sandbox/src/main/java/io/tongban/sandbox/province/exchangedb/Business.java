package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.CorrectionOrder;
import io.tongban.sandbox.province.DayBook;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.InsuranceOrder;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.WithholdOrder;
import java.time.LocalDate;

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

    record Change(String serial, InsuranceOrder order) implements Business {
        @Override
        public Transaction transaction() {
            return order.change();
        }

        @Override
        public Delivery at(RequestProcessor processor) {
            return processor.change(serial, order);
        }

        @Override
        public Answer at(Ledger ledger) {
            return ledger.change(serial, order);
        }
    }

    record Correct(String serial, CorrectionOrder order) implements Business {
        @Override
        public Transaction transaction() {
            return Transaction.CORRECT;
        }

        @Override
        public Delivery at(RequestProcessor processor) {
            return processor.correct(serial, order);
        }

        @Override
        public Answer at(Ledger ledger) {
            return ledger.correct(serial, order);
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

    record DayTotals(String serial, LocalDate day) implements Business {
        @Override
        public Transaction transaction() {
            return Transaction.DAY_TOTALS;
        }

        @Override
        public Delivery at(RequestProcessor processor) {
            return processor.dayTotals(serial, day);
        }

        @Override
        public Answer at(Ledger ledger) {
            return new DayBook(ledger, new Faults(0)).totals(day);
        }
    }

    record DayItems(String serial, LocalDate day, int page) implements Business {
        @Override
        public Transaction transaction() {
            return Transaction.DAY_ITEMS;
        }

        @Override
        public Delivery at(RequestProcessor processor) {
            return processor.dayItems(serial, day, page);
        }

        @Override
        public Answer at(Ledger ledger) {
            return new DayBook(ledger, new Faults(0)).items(day, page);
        }
    }
}
