package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Desk;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.WithholdOrder;
import java.nio.charset.Charset;
import java.time.DateTimeException;

/** From a request's bytes to the desk. */
final class TcpTeller {
    private final Desk desk;
    private final OperatorKey operatorKey;
    private final Charset charset;

    TcpTeller(Desk desk, OperatorKey operatorKey, Charset charset) {
        this.desk = desk;
        this.operatorKey = operatorKey;
        this.charset = charset;
    }

    Delivery serve(RequestHead head) {
        if (!operatorKey.opens(head)) {
            return new Delivery.Say(new Answer.NotAuthenticated());
        }
        FieldReader body = head.body();
        try {
            return switch (TransactionCode.of(head.code())) {
                case REGISTER -> register(head.serial(), body);
                case WITHHOLD -> withhold(head.serial(), body);
                case INQUIRE -> inquire(head.serial(), body);
                case STATUS -> status(head.serial(), body);
                case SIGN_IN, REVERSE -> throw new UnreadableFieldException("no such transaction");
            };
        } catch (UnreadableFieldException | DateTimeException e) {
            return new Delivery.Say(new Answer.SystemError());
        }
    }

    private Delivery register(String serial, FieldReader body) throws UnreadableFieldException {
        RegisterOrder order =
                new RegisterOrder(body.ascii(18), body.text(40, charset), body.digits(11), body.digits(1));
        body.end();
        return desk.register(serial, order);
    }

    private Delivery withhold(String serial, FieldReader body) throws UnreadableFieldException {
        WithholdOrder order = new WithholdOrder(
                body.digits(12),
                body.ascii(18),
                body.text(40, charset),
                body.digits(3),
                ProvinceTime.month(body.digits(6)),
                body.fen(12),
                body.fen(12),
                body.ascii(18));
        body.end();
        return desk.withhold(serial, order);
    }

    private Delivery inquire(String serial, FieldReader body) throws UnreadableFieldException {
        String about = body.ascii(20);
        Transaction transaction = TransactionCode.of(body.ascii(4));
        body.end();
        return desk.inquire(serial, about, transaction);
    }

    private Delivery status(String serial, FieldReader body) throws UnreadableFieldException {
        String personNumber = body.digits(12);
        String citizenNumber = body.ascii(18);
        body.end();
        return desk.status(serial, personNumber, citizenNumber);
    }
}
