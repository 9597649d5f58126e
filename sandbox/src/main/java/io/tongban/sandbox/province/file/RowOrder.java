package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.CodeBook;
import io.tongban.sandbox.province.CorrectionOrder;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.InsuranceOrder;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.WithholdOrder;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What one row asks for. Silent in {@link #toString()}: it holds personal data. */
record RowOrder(String serial, Function<RequestProcessor, Delivery> work) {
    /** @throws RefusedFileException if one row cannot be read: the layout is wrong, then, and nothing is taken */
    static List<RowOrder> of(FileKind kind, List<List<String>> rows, CodeBook codes) throws RefusedFileException {
        List<RowOrder> orders = new ArrayList<>();
        for (List<String> row : rows) {
            orders.add(
                    switch (kind) {
                        case REGISTER -> register(row, codes);
                        case WITHHOLD -> withhold(row, codes);
                        case CORRECT -> correct(row);
                        case ENROL, CHANGE_BASE, PAUSE, RESUME, END -> change(kind.transaction(), row, codes);
                    });
        }
        return orders;
    }

    private static RowOrder register(List<String> row, CodeBook codes) throws RefusedFileException {
        String serial = row.get(0);
        RegisterOrder order = new RegisterOrder(row.get(1), row.get(2), row.get(3), codes.place(row.get(4)));
        if (order.place().isEmpty() || !order.mobile().matches("[0-9]{11}")) {
            throw RefusedFileException.unreadable();
        }
        return new RowOrder(serial, processor -> processor.register(serial, order));
    }

    private static RowOrder withhold(List<String> row, CodeBook codes) throws RefusedFileException {
        String serial = row.get(0);
        try {
            WithholdOrder order = new WithholdOrder(
                    row.get(1),
                    row.get(2),
                    row.get(3),
                    codes.kind(row.get(4)),
                    ProvinceTime.month(row.get(5)),
                    RequestFile.fen(row.get(6)),
                    RequestFile.fen(row.get(7)),
                    row.get(8));
            return new RowOrder(serial, processor -> processor.withhold(serial, order));
        } catch (DateTimeException e) {
            throw RefusedFileException.unreadable();
        }
    }

    private static RowOrder change(Transaction change, List<String> row, CodeBook codes) throws RefusedFileException {
        String serial = row.get(0);
        try {
            InsuranceOrder order = new InsuranceOrder(
                    change,
                    row.get(1),
                    row.get(2),
                    row.get(3),
                    codes.kind(row.get(4)),
                    ProvinceTime.month(row.get(5)),
                    change.saysBase() ? RequestFile.fen(row.get(6)) : 0);
            return new RowOrder(serial, processor -> processor.change(serial, order));
        } catch (DateTimeException e) {
            throw RefusedFileException.unreadable();
        }
    }

    private static RowOrder correct(List<String> row) throws RefusedFileException {
        String serial = row.get(0);
        CorrectionOrder order = new CorrectionOrder(row.get(1), row.get(2), row.get(3), row.get(4));
        if (!order.mobile().matches("[0-9]{11}")) {
            throw RefusedFileException.unreadable();
        }
        return new RowOrder(serial, processor -> processor.correct(serial, order));
    }

    @Override
    public String toString() {
        return "RowOrder[" + serial + "]";
    }
}
