package io.tongban.province.dialect.soap;

import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.XmlText;
import io.tongban.province.dialect.Yuan;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Between fields and the XML documents of this dialect, by the profile's layout. */
final class SoapCodec {
    private final ProvinceProfile profile;
    private final BusinessWriter writer;
    private final ResultReader reader;

    SoapCodec(ProvinceProfile profile) {
        this.profile = profile;
        this.writer = new BusinessWriter(profile);
        this.reader = new ResultReader(Envelope.of(profile.options()));
    }

    /** @throws io.tongban.province.dialect.NotCarried if the document cannot hold a value */
    String write(SoapCall call) {
        return writer.write(profile.transaction(call.kind()).request(), call.fields());
    }

    /** @throws CallFailed as unreadable if this is no answer of this dialect */
    Answer read(String xml, TransactionKind kind) {
        ResultReader.Result result = reader.read(xml);
        Transaction transaction = profile.transaction(kind);
        Map<Field, String> fields = new EnumMap<>(Field.class);
        pick(profile.heads().reply(), result.head(), fields);
        List<Map<Field, String>> rows = new ArrayList<>();
        if (!profile.meansOk(fields.getOrDefault(Field.RETURN_CODE, ""))) {
            return new Answer(fields, rows);
        }
        pick(transaction.reply(), result.body(), fields);
        for (Map<String, String> row : result.rows()) {
            Map<Field, String> picked = new EnumMap<>(Field.class);
            pick(transaction.row(), row, picked);
            rows.add(picked);
        }
        return new Answer(fields, rows);
    }

    private static void pick(List<Slot> slots, Map<String, String> texts, Map<Field, String> into) {
        for (Slot slot : slots) {
            String text = texts.get(slot.element());
            if (text != null) {
                into.put(slot.field(), slot.field().money() ? Yuan.toFen(text) : XmlText.whole(slot.field(), text));
            }
        }
    }
}
