package io.tongban.province.dialect;

import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Amounts as a province writes them: as its profile says, else as its dialect usually does. */
public final class Amounts {
    private final ProvinceProfile profile;
    private final MoneyFormat usual;

    public Amounts(ProvinceProfile profile, MoneyFormat usual) {
        this.profile = profile;
        this.usual = usual;
    }

    /** @throws NotCarried if this is no amount of up to twelve digits of fen, or the province has no place for its fen */
    public String written(Field field, String wholeFen) {
        return profile.formats().money(field, usual).written(wholeFen).orElseThrow(() -> new NotCarried(field));
    }

    /**
     * The same, with zeros to the width of its place.
     *
     * @throws NotCarried if it is wider
     */
    public String written(Slot slot, String wholeFen) {
        MoneyFormat format = profile.formats().money(slot.field(), usual).filling(slot.width());
        return format.written(wholeFen)
                .filter(text -> slot.width() == 0 || text.length() <= slot.width())
                .orElseThrow(() -> new NotCarried(slot.field()));
    }

    /**
     * Writes the amounts of a whole request anew, as {@link #written(Slot, String)} does: each once, in whatever many
     * places it stands, and for the narrowest of them.
     *
     * @param slots all places of the request, those of its head too
     * @param fields in whole fen
     */
    public void write(List<Slot> slots, Map<Field, String> fields) {
        Map<Field, Slot> narrowest = new EnumMap<>(Field.class);
        for (Slot slot : slots) {
            if (slot.field().money()) {
                narrowest.merge(slot.field(), slot, (one, other) -> one.width() <= other.width() ? one : other);
            }
        }
        narrowest.forEach((field, slot) -> fields.computeIfPresent(field, (same, fen) -> written(slot, fen)));
    }

    /** @throws CallFailed as unreadable if this is not an amount as the province writes it */
    public String wholeFen(Field field, String text) {
        return profile.formats().money(field, usual).wholeFen(text).orElseThrow(() -> CallFailed.unreadableAt(field));
    }
}
