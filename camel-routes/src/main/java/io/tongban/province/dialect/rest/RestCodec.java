package io.tongban.province.dialect.rest;

import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Fillers;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.rest.JsonLayout.Place;
import io.tongban.province.dialect.rest.JsonValue.Bare;
import io.tongban.province.dialect.rest.JsonValue.Items;
import io.tongban.province.dialect.rest.JsonValue.Members;
import io.tongban.province.dialect.rest.JsonValue.Text;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MemberPath;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Between fields and the signed JSON of this dialect, by the profile's layout. */
final class RestCodec {
    private final ProvinceProfile profile;
    private final Signatures signatures;
    private final CarriedText text;
    private final Amounts amounts;
    private final JsonLayout layout;
    private final JsonForm form;
    private final MemberPath answerSignature;

    RestCodec(ProvinceProfile profile) {
        this.profile = profile;
        this.signatures = Signatures.of(profile);
        this.amounts = new Amounts(profile, MoneyFormat.FEN);
        this.text = new CarriedText(profile);
        this.layout = new JsonLayout(profile);
        this.form = new JsonForm(profile.formats());
        this.answerSignature = JsonLayout.pathOf(Field.KEY, layout.replyHead());
    }

    /** @throws NotCarried if the request cannot hold a value */
    void requireCarried(RestCall call) {
        members(call);
    }

    /**
     * Signs and writes.
     *
     * @throws NotCarried if the request cannot hold a value
     */
    byte[] write(RestCall call) {
        Members document = members(call);
        MemberPath signature =
                JsonLayout.pathOf(Field.KEY, layout.message(call.kind()).request());
        document.put(signature, new Text(signatures.ours().sign(SignedText.of(document, signature))));
        return document.octets();
    }

    private Members members(RestCall call) {
        Members document = new Members();
        for (Place place : layout.message(call.kind()).request()) {
            Slot slot = place.slot();
            String value = slot.value(call.fields());
            // Nobody has a token before the first sign-in, nor a key before all else is there.
            boolean missing = slot.leftOut(call.fields())
                    || (value.isEmpty() && (slot.field() == Field.KEY || slot.field() == Field.TOKEN));
            if (slot.nullable() && value.isEmpty()) {
                document.put(place.path(), Bare.NULL);
            } else if (!missing) {
                document.put(place.path(), form.written(slot, slot.filler() ? value : carried(slot.field(), value)));
            }
        }
        return document;
    }

    private String carried(Field field, String value) {
        if (field.money()) {
            return amounts.written(field, value);
        }
        if (!text.carries(field, value)) {
            throw new NotCarried(field);
        }
        return value;
    }

    /** @throws CallFailed as unreadable if this is no answer of this dialect, or not signed by the province */
    Answer read(byte[] body, TransactionKind kind) {
        Members document = JsonReader.read(body);
        byte[] signed = SignedText.of(document, answerSignature);
        if (!signatures.theirs().verifies(signed, signature(document))) {
            throw CallFailed.unreadableAt(Field.KEY);
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        pick(layout.replyHead(), document, fields);
        List<Map<Field, String>> rows = new ArrayList<>();
        if (!profile.meansOk(fields.getOrDefault(Field.RETURN_CODE, ""))) {
            return new Answer(fields, rows);
        }
        JsonLayout.Message message = layout.message(kind);
        pick(message.reply(), document, fields);
        for (Members row : message.row().isEmpty() ? List.<Members>of() : rows(document)) {
            Map<Field, String> picked = new EnumMap<>(Field.class);
            pick(message.row(), row, picked);
            rows.add(picked);
        }
        return new Answer(fields, rows);
    }

    private List<Members> rows(Members document) {
        JsonValue list = document.find(layout.rows()).orElse(new Items(List.of()));
        List<Members> rows = new ArrayList<>();
        if (!(list instanceof Items items)) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        for (JsonValue item : items.items()) {
            if (!(item instanceof Members row)) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            rows.add(row);
        }
        return rows;
    }

    private void pick(List<Place> places, Members from, Map<Field, String> into) {
        for (Place place : places) {
            Slot slot = place.slot();
            String value = form.read(slot, from.find(place.path()).orElse(nothing(slot)));
            if (slot.filler()) {
                Fillers.require(slot, value);
                continue;
            }
            // A mere message may have anything; a control character in what matters would be a value of its own.
            if (slot.field() != Field.MESSAGE && !SignedText.holds(value)) {
                throw CallFailed.unreadableAt(slot.field());
            }
            into.put(
                    slot.field(),
                    slot.field().money() && !value.isEmpty() ? amounts.wholeFen(slot.field(), value) : value);
        }
    }

    /** What is not there says nothing, whatever its type. */
    private static JsonValue nothing(Slot slot) {
        return slot.nullable() ? Bare.NULL : new Text("");
    }

    private String signature(Members document) {
        JsonValue value = document.find(answerSignature).orElse(new Text(""));
        if (!(value instanceof Text text)) {
            throw CallFailed.unreadableAt(Field.KEY);
        }
        return text.text();
    }
}
