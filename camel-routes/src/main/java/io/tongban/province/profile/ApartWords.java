package io.tongban.province.profile;

import io.tongban.province.dated.YamlEntry;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moments whose day stands in one field and whose time of the day in another: wherever one of them stands the other does,
 * and neither says what the other does.
 */
final class ApartWords {
    private final Formats formats;
    private final YamlEntry root;
    private final Set<Field> apart = EnumSet.noneOf(Field.class);

    private ApartWords(Formats formats, YamlEntry root) {
        this.formats = formats;
        this.root = root;
    }

    /** The formats of a profile with these layouts, which say what stands apart. */
    static Formats of(Formats formats, Heads heads, Iterable<Transaction> transactions, YamlEntry root) {
        ApartWords words = new ApartWords(formats, root);
        YamlEntry head = root.get("head");
        List<Layout> layouts = new ArrayList<>(List.of(
                new Layout(heads.request(), head),
                new Layout(heads.reply(), head),
                new Layout(heads.soapHeader(), head)));
        YamlEntry told = root.get("transactions");
        transactions.forEach(each -> {
            layouts.add(new Layout(each.request(), told));
            layouts.add(new Layout(each.reply(), told));
            layouts.add(new Layout(each.row(), told));
        });
        layouts.forEach(words::collect);
        layouts.forEach(words::requireBoth);
        words.checkFormats();
        return formats.apart(words.apart);
    }

    /** @param told where it is said that it is wrong */
    private record Layout(List<Slot> slots, YamlEntry told) {
        boolean has(Field field) {
            return slots.stream().anyMatch(slot -> slot.field() == field);
        }
    }

    private void collect(Layout layout) {
        for (Slot slot : layout.slots()) {
            slot.field().momentOf().ifPresent(moment -> {
                String time = slot.field().word();
                if (!layout.has(moment)) {
                    throw layout.told()
                            .wrong("has \"" + time + "\" and not the day that it is of, \"" + moment.word()
                                    + "\"; add it beside it");
                }
                if (slot.optional()) {
                    String word = LineWords.word(slot.missing());
                    throw layout.told()
                            .wrong("has \"" + word + " " + time + "\", which is always needed; remove \"" + word
                                    + "\"");
                }
                apart.add(moment);
            });
        }
    }

    private void requireBoth(Layout layout) {
        for (Field time : Field.values()) {
            Optional<Field> lonely = time.momentOf().filter(apart::contains).filter(layout::has);
            if (lonely.isPresent() && !layout.has(time)) {
                throw layout.told()
                        .wrong("has \"" + lonely.get().word() + "\" alone, and elsewhere \"" + time.word()
                                + "\" beside it; write both, or \""
                                + lonely.get().word() + "\" alone everywhere");
            }
        }
    }

    private void checkFormats() {
        for (Field time : Field.values()) {
            time.momentOf().ifPresent(moment -> {
                if (formats.times().containsKey(time) && !apart.contains(moment)) {
                    throw format(time).wrong("is of a field that stands in no layout; remove it");
                }
                if (formats.times().containsKey(moment) && apart.contains(moment) && saysTheTime(moment)) {
                    throw format(moment)
                            .wrong("says the time of the day, as \"" + time.word()
                                    + "\" does; write a pattern of the day alone");
                }
            });
        }
    }

    private boolean saysTheTime(Field moment) {
        LocalDate day = LocalDate.of(2026, 12, 31);
        return !formats.written(moment, day.atStartOfDay())
                .equals(formats.written(moment, day.atTime(LocalTime.of(23, 59, 59))));
    }

    private YamlEntry format(Field field) {
        return root.get("formats").get(field.word());
    }
}
