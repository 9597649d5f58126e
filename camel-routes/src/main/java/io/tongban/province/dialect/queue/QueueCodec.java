package io.tongban.province.dialect.queue;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.XmlAnswers;
import io.tongban.province.dialect.XmlRequests;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Between fields and the XML documents of this dialect, by the profile's layout. */
final class QueueCodec {
    private final ProvinceProfile profile;
    private final XmlRequests requests;
    private final XmlAnswers answers;
    private final Amounts amounts;
    private final String reversedCode;

    /** @throws IllegalArgumentException if no document could be written as the profile says */
    QueueCodec(ProvinceProfile profile) {
        this.profile = profile;
        this.amounts = new Amounts(profile, MoneyFormat.YUAN);
        this.requests = new XmlRequests(profile, StandardCharsets.UTF_8);
        this.answers = new XmlAnswers(profile);
        this.reversedCode = profile.options().text(QueueDialect.REVERSED_CODE);
    }

    /** @throws io.tongban.province.dialect.NotCarried if the document cannot hold a value */
    String write(ProvinceCommand command, Map<Field, String> fields) {
        TransactionKind kind = TransactionKind.of(command);
        Map<Field, String> written = new EnumMap<>(fields);
        amounts.write(
                Stream.concat(profile.heads().request().stream(), profile.transaction(kind).request().stream())
                        .toList(),
                written);
        return requests.write(kind, written);
    }

    /** @throws CallFailed as unreadable if this is no message of this dialect, or of no transaction that was agreed */
    Incoming read(String xml) {
        XmlAnswers.Document document = answers.read(xml);
        Map<Field, String> head = document.head(profile.heads().reply());
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

    private Answer answer(Map<Field, String> head, XmlAnswers.Document document, List<Slot> body, List<Slot> row) {
        Map<Field, String> fields = new EnumMap<>(head);
        List<Map<Field, String>> rows = List.of();
        if (profile.meansOk(fields.getOrDefault(Field.RETURN_CODE, ""))) {
            fields.putAll(document.body(body));
            rows = document.rows(row);
        }
        fields.replaceAll(this::wholeFen);
        rows.forEach(each -> each.replaceAll(this::wholeFen));
        return new Answer(fields, rows);
    }

    /** A notice says its moment where a booking says its own. */
    private List<Slot> moments() {
        return profile.find(TransactionKind.WITHHOLD).stream()
                .flatMap(withhold -> withhold.reply().stream())
                .filter(slot -> slot.field() == Field.BOOKED_AT || slot.field() == Field.BOOKED_TIME)
                .toList();
    }

    private String wholeFen(Field field, String text) {
        return field.money() ? amounts.wholeFen(field, text) : text;
    }
}
