package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.CorrectionOrder;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.InsuranceOrder;
import io.tongban.sandbox.province.Page;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.WithholdOrder;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** From a request's bytes to the processor. */
final class TcpRequestMapper {
    private final RequestProcessor processor;
    private final OperatorKey operatorKey;
    private final DialectSettings dialectSettings;

    TcpRequestMapper(RequestProcessor processor, OperatorKey operatorKey, DialectSettings dialectSettings) {
        this.processor = processor;
        this.operatorKey = operatorKey;
        this.dialectSettings = dialectSettings;
    }

    Delivery serve(RequestHead head) {
        if (!operatorKey.opens(head)) {
            return new Delivery.Say(new Answer.NotAuthenticated());
        }
        try {
            Transaction transaction = dialectSettings.transaction(head.code());
            Fields body = dialectSettings.request(transaction).read(head.body(), dialectSettings.charset());
            head.body().end();
            return serve(transaction, head.serial(), body);
        } catch (UnreadableFieldException | DateTimeException e) {
            return new Delivery.Say(new Answer.SystemError());
        }
    }

    private Delivery serve(Transaction transaction, String serial, Fields body) throws UnreadableFieldException {
        return switch (transaction) {
            case REGISTER -> processor.register(serial, register(body));
            case WITHHOLD -> processor.withhold(serial, withhold(body));
            case ENROL, CHANGE_BASE, PAUSE, RESUME, END -> processor.change(serial, change(transaction, body));
            case CORRECT ->
                processor.correct(
                        serial,
                        new CorrectionOrder(
                                body.text("person-number"),
                                body.text("citizen-number"),
                                body.text("name"),
                                body.text("mobile")));
            case INQUIRE -> processor.inquire(serial, body.text("asked-serial"), asked(body));
            case REVERSE -> processor.reverse(serial, withholding(body));
            case STATUS -> processor.status(serial, body.text("person-number"), body.text("citizen-number"));
            case DAY_TOTALS -> processor.dayTotals(serial, ProvinceTime.date(body.text("day")));
            case DAY_ITEMS ->
                processor.dayItems(serial, ProvinceTime.date(body.text("day")), Page.number(body.text("page")));
            case SIGN_IN -> throw new UnreadableFieldException("no such transaction");
        };
    }

    private RegisterOrder register(Fields body) throws UnreadableFieldException {
        String place = dialectSettings.codes().place(body.text("place"));
        if (place.isEmpty()) {
            throw new UnreadableFieldException("no such place");
        }
        return new RegisterOrder(body.text("citizen-number"), body.text("name"), body.text("mobile"), place);
    }

    private WithholdOrder withhold(Fields body) throws UnreadableFieldException {
        return new WithholdOrder(
                body.text("person-number"),
                body.text("citizen-number"),
                body.text("name"),
                dialectSettings.codes().kind(body.text("kind")),
                ProvinceTime.month(body.text("period")),
                body.fen("base"),
                body.fen("amount"),
                body.text("payer"));
    }

    private InsuranceOrder change(Transaction change, Fields body) throws UnreadableFieldException {
        return new InsuranceOrder(
                change,
                body.text("person-number"),
                body.text("citizen-number"),
                body.text("name"),
                dialectSettings.codes().kind(body.text("kind")),
                ProvinceTime.month(body.text("period")),
                change.saysBase() ? body.fen("base") : 0);
    }

    private @Nullable Transaction asked(Fields body) throws UnreadableFieldException {
        String code = body.optional("asked-transaction");
        return code == null ? null : dialectSettings.transaction(code);
    }

    /** Nothing else can be taken back. */
    private String withholding(Fields body) throws UnreadableFieldException {
        Transaction asked = asked(body);
        if (asked != null && asked != Transaction.WITHHOLD) {
            throw new UnreadableFieldException("no withholding");
        }
        return body.text("asked-serial");
    }
}
