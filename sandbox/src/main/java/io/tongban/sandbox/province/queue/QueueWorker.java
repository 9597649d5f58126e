package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.BookText;
import io.tongban.sandbox.province.CorrectionOrder;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.InsuranceOrder;
import io.tongban.sandbox.province.Page;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Refusal;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.WithholdOrder;
import io.tongban.sandbox.province.Yuan;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.util.OptionalLong;

/** From a request's fields to the processor. */
final class QueueWorker {
    private final RequestProcessor processor;
    private final SimulatedProvince province;
    private final DialectSettings dialectSettings;
    private final Charset behind;

    QueueWorker(RequestProcessor processor, SimulatedProvince province, DialectSettings dialectSettings) {
        this.processor = processor;
        this.dialectSettings = dialectSettings;
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
                case ENROL, CHANGE_BASE, PAUSE, RESUME, END -> change(request);
                case CORRECT ->
                    processor.correct(
                            request.serial(),
                            new CorrectionOrder(
                                    field(request, "person-number"),
                                    field(request, "citizen-number"),
                                    name(request),
                                    field(request, "mobile")));
                case INQUIRE -> processor.inquire(request.serial(), field(request, "asked-serial"), null);
                case STATUS ->
                    processor.status(
                            request.serial(), field(request, "person-number"), field(request, "citizen-number"));
                case DAY_TOTALS -> processor.dayTotals(request.serial(), ProvinceTime.date(field(request, "day")));
                case DAY_ITEMS ->
                    processor.dayItems(
                            request.serial(),
                            ProvinceTime.date(field(request, "day")),
                            Page.number(field(request, "page")));
                case SIGN_IN, REVERSE -> throw new UnreadableRequestException("no such transaction");
            };
        } catch (UnreadableRequestException | DateTimeException e) {
            return new Delivery.Say(new Answer.SystemError());
        }
    }

    private Delivery register(Request request) throws UnreadableRequestException {
        String place = dialectSettings.codes().place(field(request, "place"));
        if (place.isEmpty()) {
            throw new UnreadableRequestException("no such place");
        }
        return processor.register(
                request.serial(),
                new RegisterOrder(field(request, "citizen-number"), name(request), field(request, "mobile"), place));
    }

    private Delivery withhold(Request request) throws UnreadableRequestException {
        OptionalLong base = Yuan.toFen(field(request, "base"));
        OptionalLong amount = Yuan.toFen(field(request, "amount"));
        if (base.isEmpty() || amount.isEmpty()) {
            return new Delivery.Say(new Answer.Refused(Refusal.AMOUNT_NOT_ALLOWED));
        }
        return processor.withhold(
                request.serial(),
                new WithholdOrder(
                        field(request, "person-number"),
                        field(request, "citizen-number"),
                        name(request),
                        dialectSettings.codes().kind(field(request, "kind")),
                        ProvinceTime.month(field(request, "period")),
                        base.getAsLong(),
                        amount.getAsLong(),
                        field(request, "payer")));
    }

    private Delivery change(Request request) throws UnreadableRequestException {
        Transaction change = request.transaction();
        OptionalLong base = change.saysBase() ? Yuan.toFen(field(request, "base")) : OptionalLong.of(0);
        if (base.isEmpty()) {
            return new Delivery.Say(new Answer.Refused(Refusal.AMOUNT_NOT_ALLOWED));
        }
        return processor.change(
                request.serial(),
                new InsuranceOrder(
                        change,
                        field(request, "person-number"),
                        field(request, "citizen-number"),
                        name(request),
                        dialectSettings.codes().kind(field(request, "kind")),
                        ProvinceTime.month(field(request, "period")),
                        base.getAsLong()));
    }

    /** The message could carry more than the books can hold. */
    private String name(Request request) throws UnreadableRequestException {
        String name = field(request, "name");
        if (!BookText.canHold(name, behind)) {
            throw new UnreadableRequestException("a character that the books have not");
        }
        return name;
    }

    private String field(Request request, String field) throws UnreadableRequestException {
        return request.field(dialectSettings.element(field));
    }
}
