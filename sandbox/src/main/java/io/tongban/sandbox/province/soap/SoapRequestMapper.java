package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.CodeBook;
import io.tongban.sandbox.province.CorrectionOrder;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.InsuranceOrder;
import io.tongban.sandbox.province.Page;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.Refusal;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.WithholdOrder;
import io.tongban.sandbox.province.Yuan;
import java.time.DateTimeException;
import java.util.OptionalLong;

/** From a business document's fields to the processor. */
final class SoapRequestMapper {
    private final RequestProcessor processor;
    private final SignIns signIns;
    private final Faults faults;
    private final CodeBook codes;

    SoapRequestMapper(RequestProcessor processor, SignIns signIns, Faults faults, CodeBook codes) {
        this.processor = processor;
        this.signIns = signIns;
        this.faults = faults;
        this.codes = codes;
    }

    Delivery serve(BusinessRequest request) {
        if (request.transaction() != Transaction.SIGN_IN) {
            if (faults.fires(Fault.SIGN_IN_EXPIRED, request.transaction())) {
                signIns.drop(request.token());
            }
            if (!signIns.isSignedIn(request.token())) {
                return new Delivery.Say(new Answer.SignInAgain());
            }
        }
        try {
            return switch (request.transaction()) {
                case SIGN_IN -> signIn(request);
                case REGISTER -> register(request);
                case WITHHOLD -> withhold(request);
                case ENROL, CHANGE_BASE, PAUSE, RESUME, END -> change(request);
                case CORRECT ->
                    processor.correct(
                            request.serial(),
                            new CorrectionOrder(
                                    request.field("person-number"),
                                    request.field("citizen-number"),
                                    request.field("name"),
                                    request.field("mobile")));
                case INQUIRE -> processor.inquire(request.serial(), request.field("asked-serial"), null);
                case STATUS ->
                    processor.status(request.serial(), request.field("person-number"), request.field("citizen-number"));
                case DAY_TOTALS -> processor.dayTotals(request.serial(), ProvinceTime.date(request.field("day")));
                case DAY_ITEMS ->
                    processor.dayItems(
                            request.serial(),
                            ProvinceTime.date(request.field("day")),
                            Page.number(request.field("page")));
                case REVERSE -> throw new UnreadableRequestException("no such transaction");
            };
        } catch (UnreadableRequestException | DateTimeException e) {
            return new Delivery.Say(new Answer.SystemError());
        }
    }

    private Delivery signIn(BusinessRequest request) throws UnreadableRequestException {
        String password = request.field("password");
        return processor.serve(
                Transaction.SIGN_IN, request.serial(), () -> signIns.signIn(request.operator(), password));
    }

    private Delivery register(BusinessRequest request) throws UnreadableRequestException {
        if (!codes.fits(request.field("certificate-kind"), request.field("citizen-number"))) {
            return new Delivery.Say(new Answer.Refused(Refusal.NOT_ELIGIBLE));
        }
        String place = codes.place(request.field("place"));
        if (place.isEmpty()) {
            throw new UnreadableRequestException("no such place");
        }
        return processor.register(
                request.serial(),
                new RegisterOrder(
                        request.field("citizen-number"), request.field("name"), request.field("mobile"), place));
    }

    private Delivery withhold(BusinessRequest request) throws UnreadableRequestException {
        OptionalLong base = Yuan.toFen(request.field("base"));
        OptionalLong amount = Yuan.toFen(request.field("amount"));
        if (base.isEmpty() || amount.isEmpty()) {
            return new Delivery.Say(new Answer.Refused(Refusal.AMOUNT_NOT_ALLOWED));
        }
        return processor.withhold(
                request.serial(),
                new WithholdOrder(
                        request.field("person-number"),
                        request.field("citizen-number"),
                        request.field("name"),
                        codes.kind(request.field("kind")),
                        ProvinceTime.month(request.field("period")),
                        base.getAsLong(),
                        amount.getAsLong(),
                        request.field("payer")));
    }

    private Delivery change(BusinessRequest request) throws UnreadableRequestException {
        Transaction change = request.transaction();
        OptionalLong base = change.saysBase() ? Yuan.toFen(request.field("base")) : OptionalLong.of(0);
        if (base.isEmpty()) {
            return new Delivery.Say(new Answer.Refused(Refusal.AMOUNT_NOT_ALLOWED));
        }
        return processor.change(
                request.serial(),
                new InsuranceOrder(
                        change,
                        request.field("person-number"),
                        request.field("citizen-number"),
                        request.field("name"),
                        codes.kind(request.field("kind")),
                        ProvinceTime.month(request.field("period")),
                        base.getAsLong()));
    }
}
