package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.WithholdOrder;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** From a request's bytes to the desk. */
final class TcpRequestMapper {
    private final RequestProcessor desk;
    private final OperatorKey operatorKey;
    private final DialectSettings agreement;

    TcpRequestMapper(RequestProcessor desk, OperatorKey operatorKey, DialectSettings agreement) {
        this.desk = desk;
        this.operatorKey = operatorKey;
        this.agreement = agreement;
    }

    Delivery serve(RequestHead head) {
        if (!operatorKey.opens(head)) {
            return new Delivery.Say(new Answer.NotAuthenticated());
        }
        try {
            Transaction transaction = agreement.transaction(head.code());
            Fields body = agreement.request(transaction).read(head.body(), agreement.charset());
            head.body().end();
            return serve(transaction, head.serial(), body);
        } catch (UnreadableFieldException | DateTimeException e) {
            return new Delivery.Say(new Answer.SystemError());
        }
    }

    private Delivery serve(Transaction transaction, String serial, Fields body) throws UnreadableFieldException {
        return switch (transaction) {
            case REGISTER -> desk.register(serial, register(body));
            case WITHHOLD -> desk.withhold(serial, withhold(body));
            case INQUIRE -> desk.inquire(serial, body.text("asked-serial"), asked(body));
            case REVERSE -> desk.reverse(serial, withholding(body));
            case STATUS -> desk.status(serial, body.text("person-number"), body.text("citizen-number"));
            case SIGN_IN -> throw new UnreadableFieldException("no such transaction");
        };
    }

    private RegisterOrder register(Fields body) throws UnreadableFieldException {
        String place = agreement.codes().place(body.text("place"));
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
                agreement.codes().kind(body.text("kind")),
                ProvinceTime.month(body.text("period")),
                body.fen("base"),
                body.fen("amount"),
                body.text("payer"));
    }

    private @Nullable Transaction asked(Fields body) throws UnreadableFieldException {
        String code = body.optional("asked-transaction");
        return code == null ? null : agreement.transaction(code);
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
