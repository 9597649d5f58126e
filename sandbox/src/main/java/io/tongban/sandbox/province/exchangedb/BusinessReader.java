package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.BookText;
import io.tongban.sandbox.province.CorrectionOrder;
import io.tongban.sandbox.province.InsuranceOrder;
import io.tongban.sandbox.province.Page;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.WithholdOrder;
import io.tongban.sandbox.province.Yuan;
import java.time.DateTimeException;
import java.util.Optional;

/** From a row to what it asks for. */
final class BusinessReader {
    private final DialectSettings dialectSettings;

    BusinessReader(DialectSettings dialectSettings) {
        this.dialectSettings = dialectSettings;
    }

    /** Nothing if the row cannot be read. */
    Optional<Business> read(RequestRow row) {
        try {
            Optional<Transaction> transaction = dialectSettings.transaction(row.value("transaction"));
            return transaction.isPresent() ? Optional.of(read(row, transaction.get())) : Optional.empty();
        } catch (UnreadableRowException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private Business read(RequestRow row, Transaction transaction) throws UnreadableRowException {
        String serial = row.value("serial");
        return switch (transaction) {
            case REGISTER -> new Business.Register(serial, register(row));
            case WITHHOLD -> new Business.Withhold(serial, withhold(row));
            case ENROL, CHANGE_BASE, PAUSE, RESUME, END -> new Business.Change(serial, change(transaction, row));
            case CORRECT ->
                new Business.Correct(
                        serial,
                        new CorrectionOrder(
                                row.value("person-number"),
                                row.value("citizen-number"),
                                name(row),
                                row.value("mobile")));
            case STATUS -> new Business.Status(serial, row.value("person-number"), row.value("citizen-number"));
            case DAY_TOTALS -> new Business.DayTotals(serial, ProvinceTime.date(row.value("day")));
            case DAY_ITEMS ->
                new Business.DayItems(serial, ProvinceTime.date(row.value("day")), Page.number(row.value("page")));
            case SIGN_IN, INQUIRE, REVERSE -> throw new UnreadableRowException("no such transaction");
        };
    }

    private RegisterOrder register(RequestRow row) throws UnreadableRowException {
        String place = dialectSettings.codes().place(row.value("place"));
        if (place.isEmpty()) {
            throw new UnreadableRowException("no such place");
        }
        return new RegisterOrder(row.value("citizen-number"), name(row), row.value("mobile"), place);
    }

    private WithholdOrder withhold(RequestRow row) throws UnreadableRowException {
        return new WithholdOrder(
                row.value("person-number"),
                row.value("citizen-number"),
                name(row),
                dialectSettings.codes().kind(row.value("kind")),
                ProvinceTime.month(row.value("period")),
                fen(row, "base"),
                fen(row, "amount"),
                row.value("payer"));
    }

    private InsuranceOrder change(Transaction change, RequestRow row) throws UnreadableRowException {
        return new InsuranceOrder(
                change,
                row.value("person-number"),
                row.value("citizen-number"),
                name(row),
                dialectSettings.codes().kind(row.value("kind")),
                ProvinceTime.month(row.value("period")),
                change.saysBase() ? fen(row, "base") : 0);
    }

    /** The table holds any character, the system behind it does not. */
    private String name(RequestRow row) throws UnreadableRowException {
        String name = row.value("name");
        if (!BookText.canHold(name, dialectSettings.charset())) {
            throw new UnreadableRowException("a name that is not in the charset");
        }
        return name;
    }

    private static long fen(RequestRow row, String field) throws UnreadableRowException {
        return Yuan.toFen(row.value(field)).orElseThrow(() -> new UnreadableRowException(field + " is not yuan"));
    }
}
