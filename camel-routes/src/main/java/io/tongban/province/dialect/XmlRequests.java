package io.tongban.province.dialect;

import io.tongban.province.TransactionKind;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes the documents of requests, such as {@code <msg>}, each by the markup that its layout makes once. Amounts stand
 * in the fields as the province writes them.
 */
public final class XmlRequests {
    private final String declaration;
    private final ProvinceProfile profile;
    private final WireText wire;
    private final Map<TransactionKind, XmlTemplate> made = new EnumMap<>(TransactionKind.class);

    /** @throws IllegalArgumentException if no document could be written as the profile says */
    public XmlRequests(ProvinceProfile profile, Charset encoding) {
        this(profile, encoding, profile.charset());
    }

    /**
     * @param encoding that documents say they are in
     * @param charset of the system that keeps what they say
     */
    public XmlRequests(ProvinceProfile profile, Charset encoding, Charset charset) {
        this.profile = profile;
        this.declaration = "<?xml version=\"1.0\" encoding=\"" + encoding.name() + "\"?>";
        this.wire = new WireText(charset);
        XmlOutline outline = XmlOutline.of(profile.options());
        profile.transactions().forEach((kind, transaction) -> {
            if (transaction.capability().sent()) {
                made.put(kind, template(outline, transaction));
            }
        });
    }

    private XmlTemplate template(XmlOutline outline, Transaction transaction) {
        XmlElement document = XmlElement.document();
        try {
            document.within(outline.inHead(""));
            place(document, profile.heads().request(), outline::inHead);
            document.within(outline.inBody(""));
            place(document, transaction.request(), outline::inBody);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(profile.file() + ": " + e.getMessage(), e);
        }
        document.children().forEach(root -> root.fix(outline.attributes()));
        return new XmlTemplate(document, UnaryOperator.identity());
    }

    private static void place(XmlElement document, List<Slot> slots, UnaryOperator<String> at) {
        slots.forEach(slot -> document.place(at.apply(slot.element()), slot));
    }

    /** @throws NotCarried if a value is missing or too long, or has a character that XML or the province has not */
    public String write(TransactionKind kind, Map<Field, String> fields) {
        XmlTemplate template = made.get(kind);
        if (template == null) {
            throw new IllegalStateException("no transaction " + kind.word());
        }
        StringBuilder text = new StringBuilder(1024).append(declaration);
        template.write(text, slot -> value(slot, fields));
        return text.toString();
    }

    private String value(Slot slot, Map<Field, String> fields) {
        String value = slot.value(fields);
        if (slot.leftOut(fields)) {
            return value;
        }
        if (!slot.filler() && !carries(slot.field(), value)) {
            throw new NotCarried(slot.field());
        }
        return value;
    }

    /** Whether the text arrives whole, in the document and in the charset of the system that keeps it. */
    public boolean carries(Field field, String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && profile.limits().holds(field, text, wire::octets)
                && text.codePoints().allMatch(XmlRequests::isXml)
                && wire.carries(text);
    }

    /** XML 1.0, production [2] Char, less the control characters. */
    private static boolean isXml(int character) {
        return !Character.isISOControl(character)
                && (character <= 0xD7FF || (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000);
    }
}
