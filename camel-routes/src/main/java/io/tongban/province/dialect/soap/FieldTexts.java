package io.tongban.province.dialect.soap;

import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.WireText;
import io.tongban.province.dialect.Yuan;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.nio.charset.Charset;
import java.util.Map;

/** What a field's value looks like in a document, and which texts reach the system behind it whole. */
final class FieldTexts {
    static final String ENCODING = "encoding";

    private final ProvinceProfile profile;
    /** Of the system behind, and of the way to it. */
    private final WireText stored;

    private final WireText sent;

    FieldTexts(ProvinceProfile profile) {
        this.profile = profile;
        this.stored = new WireText(profile.charset());
        this.sent = new WireText(Charset.forName(profile.options().text(ENCODING)));
    }

    /** @throws NotCarried if the value is missing, too long, or has a character that XML or the province has not */
    String written(Field field, Map<Field, String> fields) {
        String value = fields.getOrDefault(field, "");
        // Only the token may be missing: nobody has one before the first sign-in.
        if (field != Field.TOKEN && !carries(field, value)) {
            throw new NotCarried(field);
        }
        return field.money() ? Yuan.of(field, value) : value;
    }

    /** Whether the text arrives whole: XML's characters, no control among them, no blanks around it. */
    boolean carries(Field field, String text) {
        int width = profile.limits().widths().getOrDefault(field, Integer.MAX_VALUE);
        return text.equals(text.strip())
                && !text.isEmpty()
                && text.codePointCount(0, text.length()) <= width
                && text.codePoints().allMatch(FieldTexts::isXml)
                && stored.carries(text)
                && sent.carries(text);
    }

    /** XML 1.0, production [2] Char, less the control characters. */
    private static boolean isXml(int character) {
        if (Character.isISOControl(character)) {
            return false;
        }
        return character <= 0xD7FF || (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000;
    }
}
