package io.tongban.province.dialect.soap;

import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Fillers;
import io.tongban.province.dialect.XmlOutline;
import io.tongban.province.dialect.XmlResultReader;
import io.tongban.province.dialect.XmlText;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Between fields and the XML documents of this dialect, by the profile's layout. */
final class SoapCodec {
    private final ProvinceProfile profile;
    private final XmlOutline outline;
    private final RequestWriter writer;
    private final Amounts amounts;
    private final Map<TransactionKind, AnswerReader> readers = new EnumMap<>(TransactionKind.class);

    /** @throws IllegalArgumentException if no document could be written as the profile says */
    SoapCodec(ProvinceProfile profile, UsernameToken token) {
        this.profile = profile;
        this.outline = XmlOutline.of(profile.options());
        this.writer = new RequestWriter(profile, token);
        this.amounts = new Amounts(profile, MoneyFormat.YUAN);
        Binding binding = Binding.of(profile.options());
        XmlResultReader results = new XmlResultReader(outline, places(), placesInRows());
        profile.transactions().forEach((kind, transaction) -> {
            if (transaction.capability().sent()) {
                readers.put(kind, new AnswerReader(binding.of(transaction.code()), outline, results));
            }
        });
    }

    private Set<String> places() {
        Set<String> places = new HashSet<>();
        profile.heads().reply().forEach(slot -> places.add(outline.inHeadOfResult(slot.element())));
        profile.transactions()
                .values()
                .forEach(transaction ->
                        transaction.reply().forEach(slot -> places.add(outline.inBodyOfResult(slot.element()))));
        return places;
    }

    private Set<String> placesInRows() {
        Set<String> places = new HashSet<>();
        profile.transactions()
                .values()
                .forEach(transaction ->
                        transaction.row().stream().map(Slot::element).forEach(places::add));
        return places;
    }

    /** @throws io.tongban.province.dialect.NotCarried if the document cannot hold a value */
    String write(SoapCall call) {
        return writer.write(call);
    }

    /** @throws CallFailed as unreadable if this is no answer of this dialect */
    Answer read(SoapClient.Reply reply, SoapCall call) {
        AnswerReader reader = readers.get(call.kind());
        if (reader == null) {
            throw new IllegalStateException("no transaction " + call.kind().word());
        }
        XmlResultReader.Result result = result(reader, reply);
        Transaction transaction = profile.transaction(call.answer());
        Map<Field, String> fields = new EnumMap<>(Field.class);
        pick(profile.heads().reply(), outline::inHeadOfResult, result.texts(), fields);
        List<Map<Field, String>> rows = new ArrayList<>();
        if (!profile.meansOk(fields.getOrDefault(Field.RETURN_CODE, ""))) {
            return new Answer(fields, rows);
        }
        pick(transaction.reply(), outline::inBodyOfResult, result.texts(), fields);
        for (Map<String, String> row : result.rows()) {
            Map<Field, String> picked = new EnumMap<>(Field.class);
            pick(transaction.row(), UnaryOperator.identity(), row, picked);
            rows.add(picked);
        }
        return new Answer(fields, rows);
    }

    private static XmlResultReader.Result result(AnswerReader reader, SoapClient.Reply reply) {
        if (reply.good()) {
            return reader.read(reply.text());
        }
        try {
            reader.read(reply.text());
        } catch (CallFailed e) {
            if (e.reason() != UnknownCause.UNREADABLE) {
                throw e;
            }
        }
        throw new CallFailed(UnknownCause.HTTP_ERROR);
    }

    private void pick(List<Slot> slots, UnaryOperator<String> at, Map<String, String> texts, Map<Field, String> into) {
        for (Slot slot : slots) {
            String text = texts.get(at.apply(slot.element()));
            if (slot.filler()) {
                Fillers.require(slot, text);
            } else if (text != null) {
                into.put(
                        slot.field(),
                        slot.field().money()
                                ? amounts.wholeFen(slot.field(), text)
                                : XmlText.whole(slot.field(), text));
            }
        }
    }
}
