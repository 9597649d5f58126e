package io.tongban.province.dialect.soap;

import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.Yuan;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.List;
import java.util.Map;

/** Writes a document such as {@code <business>}: a head and a body of plain elements, in the layout's order. */
final class BusinessWriter {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final ProvinceProfile profile;
    private final Envelope envelope;

    BusinessWriter(ProvinceProfile profile) {
        this.profile = profile;
        this.envelope = Envelope.of(profile.options());
    }

    /** @throws NotCarried if a value is missing, too long, or has a character that XML has not */
    String write(List<Slot> body, Map<Field, String> fields) {
        StringBuilder xml = new StringBuilder(1024).append(DECLARATION);
        start(xml, envelope.root() + envelope.rootAttribute());
        start(xml, envelope.head());
        profile.heads().request().forEach(slot -> element(xml, slot, fields));
        end(xml, envelope.head());
        start(xml, envelope.body());
        body.forEach(slot -> element(xml, slot, fields));
        end(xml, envelope.body());
        end(xml, envelope.root());
        return xml.toString();
    }

    /** Whether the text arrives whole: XML's characters, no control among them, no blanks around it. */
    boolean carries(Field field, String text) {
        int width = profile.limits().widths().getOrDefault(field, Integer.MAX_VALUE);
        return text.equals(text.strip())
                && !text.isEmpty()
                && text.codePointCount(0, text.length()) <= width
                && text.codePoints().allMatch(BusinessWriter::isXml);
    }

    private void element(StringBuilder xml, Slot slot, Map<Field, String> fields) {
        Field field = slot.field();
        String value = fields.getOrDefault(field, "");
        // Only the token may be missing: nobody has one before the first sign-in.
        if (field != Field.TOKEN && !carries(field, value)) {
            throw new NotCarried(field);
        }
        start(xml, slot.element());
        escape(xml, field.money() ? Yuan.of(field, value) : value);
        end(xml, slot.element());
    }

    private static void start(StringBuilder xml, String tag) {
        xml.append('<').append(tag).append('>');
    }

    private static void end(StringBuilder xml, String element) {
        xml.append("</").append(element).append('>');
    }

    /** XML 1.0, production [2] Char, less the control characters. */
    private static boolean isXml(int character) {
        if (Character.isISOControl(character)) {
            return false;
        }
        return character <= 0xD7FF || (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000;
    }

    private static void escape(StringBuilder xml, String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.append(character);
            }
        }
    }
}
