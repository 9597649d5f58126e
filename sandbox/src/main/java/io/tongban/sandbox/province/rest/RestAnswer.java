package io.tongban.sandbox.province.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.DayEntry;
import io.tongban.sandbox.province.ProvinceTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer as signed JSON. */
final class RestAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    private final DialectSettings dialectSettings;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ArrayNode rows = JSON.createArrayNode();

    private RestAnswer(ReturnCode code, RestRequest request, Instant now) {
        dialectSettings = request.dialectSettings();
        fields.put("fhdm", dialectSettings.returnCode(code));
        fields.put("fhxx", code.message());
        fields.put("lsh", request.serial());
        fields.put("timestamp", ProvinceTime.second(now));
    }

    /** An answer that is nothing but a code. */
    static RestAnswer of(ReturnCode code, RestRequest request, Instant now) {
        return new RestAnswer(code, request, now);
    }

    static RestAnswer of(Answer answer, RestRequest request, Instant now) {
        RestAnswer written = new RestAnswer(ReturnCode.of(answer), request, now);
        written.body(answer);
        return written;
    }

    private void body(Answer answer) {
        if (answer instanceof Answer.SignedIn signedIn) {
            fields.put("signno", signedIn.token());
        } else if (answer instanceof Answer.Registered registered) {
            put("aac001", registered.personNumber());
        } else if (answer instanceof Answer.Booked booked) {
            put("dzdh", booked.receiptNumber());
            put("yjje", Long.toString(booked.amountFen()));
            put("jzsj", ProvinceTime.second(booked.bookedAt()));
        } else if (answer instanceof Answer.Changed changed) {
            put("dzdh", changed.receiptNumber());
        } else if (answer instanceof Answer.Covers covers) {
            covers.covers().forEach(this::row);
            fields.put("rows", rows.toString());
        } else if (answer instanceof Answer.DayTotals totals) {
            put("dzrq", ProvinceTime.date(totals.day()));
            totals.totals().forEach(this::row);
            fields.put("rows", rows.toString());
        } else if (answer instanceof Answer.DayItems items) {
            put("dzrq", ProvinceTime.date(items.day()));
            items.items().forEach(this::row);
            fields.put("rows", rows.toString());
        }
    }

    private void put(String member, String value) {
        fields.put(dialectSettings.member(member), value);
    }

    private void row(Answer.DayTotal total) {
        rows.addObject()
                .put(dialectSettings.member("jylx"), dialectSettings.codes().commandOf(total.command()))
                .put(dialectSettings.member("aae140"), dialectSettings.codes().kindOf(total.kind()))
                .put(dialectSettings.member("bs"), Long.toString(total.count()))
                .put(dialectSettings.member("yjje"), Long.toString(total.fen()));
    }

    private void row(DayEntry item) {
        rows.addObject()
                .put(dialectSettings.member("jylx"), dialectSettings.codes().commandOf(item.command()))
                .put(dialectSettings.member("oldlsh"), item.serial())
                .put(dialectSettings.member("yjje"), Long.toString(item.fen()));
    }

    private void row(Answer.Cover cover) {
        rows.addObject()
                .put(dialectSettings.member("aae140"), dialectSettings.codes().kindOf(cover.kind()))
                .put(dialectSettings.member("aac031"), dialectSettings.codes().stateOf(cover.state()))
                .put(
                        dialectSettings.member("aae042"),
                        cover.paidThrough() == null ? "" : ProvinceTime.month(cover.paidThrough()));
    }

    /** Signs and writes. */
    byte[] json(Seal seal) {
        ObjectNode object = JSON.createObjectNode();
        fields.forEach(object::put);
        if (fields.containsKey("rows")) {
            object.set("rows", rows);
        }
        object.put(SignedText.SIGN, seal.sign(SignedText.of(fields)));
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }
}
