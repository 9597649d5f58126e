package io.tongban.province.profile;

import io.tongban.province.dated.YamlEntry;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a layout says is a number or a boolean must be written so by the profile's own codes and formats. */
final class JsonWords {
    private JsonWords() {}

    static void check(ProvinceProfile profile, YamlEntry root) {
        Stream.of(profile.heads().request(), profile.heads().reply())
                .flatMap(List::stream)
                .forEach(slot -> check(profile, slot, root.get("head")));
        profile.transactions()
                .forEach((kind, transaction) -> Stream.of(transaction.request(), transaction.reply(), transaction.row())
                        .flatMap(List::stream)
                        .forEach(slot ->
                                check(profile, slot, root.get("transactions").get(kind.word()))));
    }

    private static void check(ProvinceProfile profile, Slot slot, YamlEntry told) {
        if (slot.type() == JsonType.TEXT) {
            return;
        }
        Field field = slot.field();
        codes(profile, field).stream()
                .filter(code -> !slot.type().holds(code))
                .sorted()
                .findFirst()
                .ifPresent(code -> {
                    throw told.wrong("has \"" + slot.type().word() + " " + field.word() + "\", and its code \"" + code
                            + "\" is none; remove \"" + slot.type().word() + "\", or write another code");
                });
        if (field.money()) {
            MoneyFormat format = profile.formats().money(field, MoneyFormat.FEN);
            if (format.digits() > 0 || format.signed()) {
                throw told.wrong("has \"number " + field.word() + "\", and no number of JSON has zeros or + before it;"
                        + " remove digits and signed of \"formats." + field.word() + "\"");
            }
        }
        if (field.time() && !profile.formats().digitsAlone(field)) {
            throw told.wrong("has \"number " + field.word() + "\", and \"formats." + field.word()
                    + "\" has more than digits that begin with the year; remove one of them");
        }
    }

    private static Collection<String> codes(ProvinceProfile profile, Field field) {
        if (field == Field.RETURN_CODE) {
            return profile.returnCodes().keySet();
        }
        if (field == Field.TRANSACTION || field == Field.ASKED_TRANSACTION) {
            return profile.transactions().values().stream()
                    .filter(transaction -> transaction.capability().sent())
                    .map(Transaction::code)
                    .toList();
        }
        return field.coded() ? profile.codes(field).theirs().values() : Set.of();
    }
}
