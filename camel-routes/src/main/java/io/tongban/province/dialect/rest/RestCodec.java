package io.tongban.province.dialect.rest;

import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Fillers;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between fields and the signed JSON of this dialect, by the profile's layout. */
final class RestCodec {
    private final ProvinceProfile profile;
    private final Signatures signatures;
    private final CarriedText text;
    private final Amounts amounts;
    private final String requestSignature;
    private final String answerSignature;

    RestCodec(ProvinceProfile profile) {
        this.profile = profile;
        this.signatures = Signatures.of(profile);
        this.amounts = new Amounts(profile, MoneyFormat.FEN);
        this.text = new CarriedText(profile);
        this.requestSignature = nameOf(Field.KEY, profile.heads().request());
        this.answerSignature = nameOf(Field.KEY, profile.heads().reply());
    }

    private static String nameOf(Field field, List<Slot> slots) {
        return slots.stream()
                .filter(slot -> slot.field() == field)
                .findFirst()
                .orElseThrow()
                .element();
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
        Map<String, String> members = members(call);
        members.put(requestSignature, signatures.ours().sign(SignedText.of(members, requestSignature)));
        return JsonRequest.write(members);
    }

    private Map<String, String> members(RestCall call) {
        Map<String, String> members = new LinkedHashMap<>();
        for (List<Slot> slots : List.of(
                profile.heads().request(), profile.transaction(call.kind()).request())) {
            for (Slot slot : slots) {
                if (slot.filler()) {
                    members.put(slot.element(), slot.constant());
                    continue;
                }
                String value = call.field(slot.field());
                boolean missing = value.isEmpty() && (slot.field() == Field.KEY || slot.field() == Field.TOKEN);
                if (!missing) {
                    members.put(slot.element(), carried(slot.field(), value));
                }
            }
        }
        return members;
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
        JsonAnswer json = JsonAnswer.read(body);
        String signature = json.fields().getOrDefault(answerSignature, "");
        if (!signatures.theirs().verifies(SignedText.of(json.fields(), answerSignature), signature)) {
            throw CallFailed.unreadableAt(Field.KEY);
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        pick(profile.heads().reply(), json.fields(), fields);
        List<Map<Field, String>> rows = new ArrayList<>();
        if (!profile.meansOk(fields.getOrDefault(Field.RETURN_CODE, ""))) {
            return new Answer(fields, rows);
        }
        Transaction transaction = profile.transaction(kind);
        pick(transaction.reply(), json.fields(), fields);
        for (Map<String, String> row : json.rows()) {
            Map<Field, String> picked = new EnumMap<>(Field.class);
            pick(transaction.row(), row, picked);
            rows.add(picked);
        }
        return new Answer(fields, rows);
    }

    private void pick(List<Slot> slots, Map<String, String> members, Map<Field, String> into) {
        for (Slot slot : slots) {
            String value = members.getOrDefault(slot.element(), "");
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
}
