package io.tongban.province.dialect.exchangedb;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceCommand.Inquire;
import io.tongban.province.TransactionKind;
import java.util.List;
import java.util.Optional;

/**
 * A command, ready for the table. Silent in {@link #toString()}: it holds personal data.
 *
 * @param values of the columns that an insert fills, in the order of {@link Statements#insert()}, empty for a column that
 *     is left out; of an inquiry none
 */
record ExchangeRequest(ProvinceCommand command, List<Optional<String>> values) {
    ExchangeRequest {
        values = List.copyOf(values);
    }

    /** What the row is about. */
    ProvinceCommand about() {
        return command instanceof Inquire inquire ? inquire.about() : command;
    }

    TransactionKind kind() {
        return TransactionKind.of(about());
    }

    boolean isInquiry() {
        return command instanceof Inquire;
    }

    @Override
    public String toString() {
        return "ExchangeRequest[" + about().serial() + "]";
    }
}
