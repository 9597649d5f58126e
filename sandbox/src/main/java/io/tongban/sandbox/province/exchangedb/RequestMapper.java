package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.Refusal;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.Transaction;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Works off one row: through the processor, and then into the row, as far as the faults let it. Whatever they do, the row is
 * put right a while later, for an inquiry of this dialect is nothing but a look at it.
 */
final class RequestMapper {
    private final FrontDatabase front;
    private final Ledger ledger;
    private final RequestProcessor processor;
    private final Faults faults;
    private final BusinessReader reader;
    private final ExchangeTable table;

    RequestMapper(
            FrontDatabase front,
            Ledger ledger,
            RequestProcessor processor,
            Faults faults,
            DialectSettings dialectSettings) {
        this.front = front;
        this.ledger = ledger;
        this.processor = processor;
        this.faults = faults;
        this.reader = new BusinessReader(dialectSettings);
        this.table = new ExchangeTable(dialectSettings);
    }

    Afterwards serve(RequestRow row) throws SQLException {
        Optional<Business> business = reader.read(row);
        if (business.isEmpty()) {
            write(row, new Answer.SystemError());
            return new Afterwards.Nothing();
        }
        Delivery delivery = business.get().at(processor);
        if (delivery instanceof Delivery.Say say) {
            return say(row, business.get(), say.answer());
        }
        return delivery instanceof Delivery.Silence ? new Afterwards.PutRight(faults.silence()) : cut(business.get());
    }

    /** What is true by now, past all faults. */
    void putRight(RequestRow row) throws SQLException {
        Optional<Business> business = reader.read(row);
        if (business.isPresent()) {
            write(row, business.get().at(ledger));
        }
    }

    private Afterwards say(RequestRow row, Business business, Answer answer) throws SQLException {
        Transaction transaction = business.transaction();
        if (answer instanceof Answer.InProcess) {
            return new Afterwards.PutRight(faults.aWhile());
        }
        if (answer instanceof Answer.SystemError) {
            write(row, answer);
            return new Afterwards.PutRight(faults.aWhile());
        }
        if (faults.fires(Fault.ROW_LOCKED, transaction)) {
            return new Afterwards.Lock(faults.silence());
        }
        if (faults.fires(Fault.FLAG_BEFORE_DATA, transaction)) {
            String flag = ReplyRow.of(answer).flag();
            front.commit(connection -> table.flag(connection, row, flag));
            return new Afterwards.PutRight(faults.aWhile());
        }
        return answered(row, transaction, answer);
    }

    private Afterwards answered(RequestRow row, Transaction transaction, Answer answer) throws SQLException {
        front.commit(connection -> {
            table.answer(connection, row, ReplyRow.of(answer));
            // A second row is worked off like any other, but has no third.
            boolean alone = table.isAlone(connection, row);
            if (alone && faults.fires(Fault.DUPLICATE_ACKNOWLEDGEMENT, transaction)) {
                table.repeat(connection, row, true);
            }
            if (alone && faults.fires(Fault.DUPLICATE_ROW, transaction)) {
                table.repeat(connection, row, false);
            }
        });
        return new Afterwards.Nothing();
    }

    /** The processor does not say whether it was cut off before the work or after it; the books do. */
    private Afterwards cut(Business business) {
        boolean done = business.transaction().hasEffect()
                && !ledger.inquire(business.serial(), business.transaction())
                        .equals(new Answer.Refused(Refusal.SERIAL_NOT_FOUND));
        return done ? new Afterwards.PutRight(faults.aWhile()) : new Afterwards.Rest(faults.aWhile());
    }

    private void write(RequestRow row, Answer answer) throws SQLException {
        front.commit(connection -> table.answer(connection, row, ReplyRow.of(answer)));
    }
}
