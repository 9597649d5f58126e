package io.tongban.province.dialect.queue;

import io.tongban.province.ProvinceCommand;
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
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** Between fields and the XML documents of this dialect, by the profile's layout. */
final class QueueCodec {
    private final ProvinceProfile profile;
    private final XmlOutline outline;
    private final MessageWriter writer;
    private final XmlResultReader reader;
    private final Amounts amounts;
    private final String reversedCode;

    /** @throws IllegalArgumentException if no document could be written as the profile says */
    QueueCodec(ProvinceProfile profile) {
        this.profile = profile;
        this.outline = XmlOutline.of(profile.options());
        this.reader = new XmlResultReader(outline, places(), placesInRows());
        this.amounts = new Amounts(profile, MoneyFormat.YUAN);
        this.writer = new MessageWriter(profile);
        this.reversedCode = profile.options().text(QueueDialect.REVERSED_CODE);
    }

    private Set<String> places() {
        Set<String> places = new HashSet<>();
        profile.heads().reply().forEach(slot -> places.add(outline.inHeadOfResult(slot.element())));
        profile.transactions().values().stream()
                .flatMap(transaction -> transaction.reply().stream())
                .forEach(slot -> places.add(outline.inBodyOfResult(slot.element())));
        return places;
    }

    private Set<String> placesInRows() {
        return profile.transactions().values().stream()
                .flatMap(transaction -> transaction.row().stream())
                .map(Slot::element)
                .collect(Collectors.toSet());
    }

    /** @throws io.tongban.province.dialect.NotCarried if the document cannot hold a value */
    String write(ProvinceCommand command, Map<Field, String> fields) {
        return writer.write(TransactionKind.of(command), fields);
    }

    /** @throws CallFailed as unreadable if this is no message of this dialect, or of no transaction that was agreed */
    Incoming read(String xml) {
        XmlResultReader.Result document = document(xml);
        Map<Field, String> head = new EnumMap<>(Field.class);
        pick(profile.heads().reply(), outline::inHeadOfResult, document.texts(), head);
        String code = Answer.get(head, Field.TRANSACTION);
        if (code.equals(reversedCode)) {
            return new Incoming.TakenBack(answer(head, document, moments(), List.of()));
        }
        Map.Entry<TransactionKind, Transaction> answered = profile.transactions().entrySet().stream()
                .filter(each -> each.getValue().code().equals(code))
                .findFirst()
                .orElseThrow(() -> CallFailed.unreadableAt(Field.TRANSACTION));
        Transaction transaction = answered.getValue();
        return new Incoming.Reply(answered.getKey(), answer(head, document, transaction.reply(), transaction.row()));
    }

    /** It comes as text, already decoded, so the encoding that its declaration names is of no account. */
    private XmlResultReader.Result document(String xml) {
        try {
            return reader.read(XmlText.readable(xml.strip()).strip());
        } catch (XMLStreamException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    private Answer answer(Map<Field, String> head, XmlResultReader.Result document, List<Slot> body, List<Slot> row) {
        Map<Field, String> fields = new EnumMap<>(head);
        List<Map<Field, String>> rows = new ArrayList<>();
        if (profile.meansOk(fields.getOrDefault(Field.RETURN_CODE, ""))) {
            pick(body, outline::inBodyOfResult, document.texts(), fields);
            for (Map<String, String> texts : document.rows()) {
                Map<Field, String> picked = new EnumMap<>(Field.class);
                pick(row, UnaryOperator.identity(), texts, picked);
                rows.add(picked);
            }
        }
        return new Answer(fields, rows);
    }

    /** A notice says its moment in the element in which a booking says its own. */
    private List<Slot> moments() {
        return profile.find(TransactionKind.WITHHOLD).stream()
                .flatMap(withhold -> withhold.reply().stream())
                .filter(slot -> slot.field() == Field.BOOKED_AT)
                .toList();
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
