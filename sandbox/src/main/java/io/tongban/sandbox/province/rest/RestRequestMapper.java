package io.tongban.sandbox.province.rest;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.BookText;
import io.tongban.sandbox.province.CorrectionOrder;
import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.InsuranceOrder;
import io.tongban.sandbox.province.Page;
import io.tongban.sandbox.province.ProvinceTime;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.RequestProcessor;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.province.WithholdOrder;
import java.nio.charset.Charset;
import java.time.DateTimeException;

/** From a request's fields to the processor. */
final class RestRequestMapper {
    private final RequestProcessor processor;
    private final SignIns signIns;
    private final Charset charset;

    /** @param charset of the system behind, in which names are kept */
    RestRequestMapper(RequestProcessor processor, SignIns signIns, Charset charset) {
        this.processor = processor;
        this.signIns = signIns;
        this.charset = charset;
    }

    Delivery serve(RestRequest request) {
        try {
            return switch (request.transaction()) {
                case SIGN_IN -> processor.serve(Transaction.SIGN_IN, request.serial(), signIns::signIn);
                case REGISTER -> register(request);
                case WITHHOLD -> withhold(request);
                case ENROL, CHANGE_BASE, PAUSE, RESUME, END -> change(request);
                case CORRECT ->
                    processor.correct(
                            request.serial(),
                            new CorrectionOrder(
                                    request.field("aac001"),
                                    request.field("aac147"),
                                    name(request),
                                    request.field("aac067")));
                case INQUIRE -> inquire(request);
                case DAY_TOTALS -> processor.dayTotals(request.serial(), ProvinceTime.date(request.field("dzrq")));
                case DAY_ITEMS ->
                    processor.dayItems(
                            request.serial(),
                            ProvinceTime.date(request.field("dzrq")),
                            Page.number(request.field("ym")));
                case REVERSE -> throw new UnreadableRequestException("no such transaction here");
                case STATUS -> processor.status(request.serial(), request.field("aac001"), request.field("aac147"));
            };
        } catch (UnreadableRequestException | DateTimeException e) {
            return new Delivery.Say(new Answer.SystemError());
        }
    }

    private Delivery register(RestRequest request) throws UnreadableRequestException {
        String place = request.dialectSettings().codes().place(request.field("aae173"));
        if (place.isEmpty()) {
            throw new UnreadableRequestException("no such place");
        }
        return processor.register(
                request.serial(),
                new RegisterOrder(request.field("aac147"), name(request), request.field("aac067"), place));
    }

    private Delivery withhold(RestRequest request) throws UnreadableRequestException {
        return processor.withhold(
                request.serial(),
                new WithholdOrder(
                        request.field("aac001"),
                        request.field("aac147"),
                        name(request),
                        request.dialectSettings().codes().kind(request.field("aae140")),
                        ProvinceTime.month(request.field("aae002")),
                        request.fen("aae180"),
                        request.fen("yjje"),
                        request.field("aab001")));
    }

    private Delivery change(RestRequest request) throws UnreadableRequestException {
        Transaction change = request.transaction();
        return processor.change(
                request.serial(),
                new InsuranceOrder(
                        change,
                        request.field("aac001"),
                        request.field("aac147"),
                        name(request),
                        request.dialectSettings().codes().kind(request.field("aae140")),
                        ProvinceTime.month(request.field("aae002")),
                        change.saysBase() ? request.fen("aae180") : 0));
    }

    private Delivery inquire(RestRequest request) throws UnreadableRequestException {
        return processor.inquire(
                request.serial(),
                request.field("oldlsh"),
                request.dialectSettings().transaction(request.field("oldjydm")));
    }

    private String name(RestRequest request) throws UnreadableRequestException {
        String name = request.field("aac003");
        if (!BookText.canHold(name, charset)) {
            throw new UnreadableRequestException("a name that the system behind cannot hold");
        }
        return name;
    }
}
