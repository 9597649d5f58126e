package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Desk;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Refusal;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.WithholdOrder;
import io.tongban.sandbox.province.Yuan;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.util.OptionalLong;

/** From a request's fields to the desk. */
final class QueueTeller {
    private final Desk desk;
    private final SimulatedProvince province;
    private final Charset behind;

    QueueTeller(Desk desk, SimulatedProvince province) {
        this.desk = desk;
        this.province = province;
        this.behind = Charset.forName(province.charset());
    }

    Delivery serve(Request request) {
        try {
            if (!request.operator().equals(province.operator())) {
                throw new UnreadableRequestException("not the operator");
            }
            return switch (request.transaction()) {
                case REGISTER -> register(request);
                case WITHHOLD -> withhold(request);
                case INQUIRE -> desk.inquire(request.serial(), request.field("OLDLSH"), null);
                case STATUS -> desk.status(request.serial(), request.field("AAC001"), request.field("AAC147"));
                case SIGN_IN -> throw new UnreadableRequestException("no such transaction");
            };
        } catch (UnreadableRequestException | DateTimeException e) {
            return new Delivery.Say(new Answer.SystemError());
        }
    }

    private Delivery register(Request request) throws UnreadableRequestException {
        return desk.register(
                request.serial(),
                new RegisterOrder(
                        request.field("AAC147"), name(request), request.field("AAC067"), request.field("AAE173")));
    }

    private Delivery withhold(Request request) throws UnreadableRequestException {
        OptionalLong base = Yuan.toFen(request.field("AAE180"));
        OptionalLong amount = Yuan.toFen(request.field("YJJE"));
        if (base.isEmpty() || amount.isEmpty()) {
            return new Delivery.Say(new Answer.Refused(Refusal.AMOUNT_NOT_ALLOWED));
        }
        return desk.withhold(
                request.serial(),
                new WithholdOrder(
                        request.field("AAC001"),
                        request.field("AAC147"),
                        name(request),
                        request.field("AAE140"),
                        ProvinceTime.month(request.field("AAE002")),
                        base.getAsLong(),
                        amount.getAsLong(),
                        request.field("AAB001")));
    }

    /** The message could carry more than the books can hold. */
    private String name(Request request) throws UnreadableRequestException {
        String name = request.field("AAC003");
        if (!behind.newEncoder().canEncode(name)) {
            throw new UnreadableRequestException("a character that the books have not");
        }
        return name;
    }
}
