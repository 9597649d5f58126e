package io.tongban.province.dialect.soap;

import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a field's value looks like in a document, and which texts reach the system behind it whole. */
final class FieldTexts {
    static final String ENCODING = "encoding";

    private final ProvinceProfile profile;
    /** Of the system behind, and of the way to it, but for UTF-8, which has every character that XML has. */
    private final WireText storage;

    private final List<WireText> wires;

    private final Amounts amounts;

    FieldTexts(ProvinceProfile profile) {
        this.storage = new WireText(profile.charset());
        this.profile = profile;
        this.amounts = new Amounts(profile, MoneyFormat.YUAN);
        this.wires = Stream.of(
                        profile.charset(), Charset.forName(profile.options().text(ENCODING)))
                .distinct()
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .map(WireText::new)
                .toList();
    }

    /** @throws NotCarried if the value is missing, too long, or has a character that XML or the province has not */
    String written(Slot slot, Map<Field, String> fields) {
        Field field = slot.field();
        String value = slot.value(fields);
        if (slot.filler() || slot.leftOut(fields)) {
            return value;
        }
        // Only the token may be missing: nobody has one before the first sign-in.
        if (field != Field.TOKEN && !carries(field, value)) {
            throw new NotCarried(field);
        }
        return field.money() ? amounts.written(field, value) : value;
    }

    /**
     * For what every call has in it, whatever it says.
     *
     * @throws IllegalArgumentException if it does not arrive
     */
    void requireCarried(String what, String text) {
        if (!wires.stream().allMatch(wire -> wire.carries(text))) {
            throw new IllegalArgumentException(
                    what + " has a character that \"charset\" or \"options.encoding\" cannot hold");
        }
    }

    /** Whether the text arrives whole: XML's characters, no control among them, no blanks around it. */
    boolean carries(Field field, String text) {
        return text.equals(text.strip())
                && !text.isEmpty()
                && profile.limits().holds(field, text, storage::octets)
                && text.codePoints().allMatch(FieldTexts::isXml)
                && wires.stream().allMatch(wire -> wire.carries(text));
    }

    /** XML 1.0, production [2] Char, less the control characters. */
    private static boolean isXml(int character) {
        if (Character.isISOControl(character)) {
            return false;
        }
        return character <= 0xD7FF || (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000;
    }
}
