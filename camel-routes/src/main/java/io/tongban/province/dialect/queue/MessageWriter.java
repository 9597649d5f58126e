package io.tongban.province.dialect.queue;

import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the document {@code <msg>}: a head and a body of plain elements, in the layout's order. */
final class MessageWriter {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ProvinceProfile profile;
    private final WireText wire;
    private final Amounts amounts;

    MessageWriter(ProvinceProfile profile) {
        this(profile, profile.charset());
    }

    /** @param charset of the system behind the queue */
    MessageWriter(ProvinceProfile profile, Charset charset) {
        this.profile = profile;
        this.amounts = new Amounts(profile, MoneyFormat.YUAN);
        this.wire = new WireText(charset);
    }

    /** @throws NotCarried if a value is missing or too long, or has a character that XML or the province has not */
    String write(List<Slot> body, Map<Field, String> fields) {
        StringWriter text = new StringWriter(1024);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("msg");
            part(xml, "head", profile.heads().request(), fields);
            part(xml, "body", body, fields);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes whatever is written to it", e);
        }
        return text.toString();
    }

    private void part(XMLStreamWriter xml, String name, List<Slot> slots, Map<Field, String> fields)
            throws XMLStreamException {
        xml.writeStartElement(name);
        for (Slot slot : slots) {
            Field field = slot.field();
            String value = slot.value(fields);
            if (!slot.filler() && !carries(field, value)) {
                throw new NotCarried(field);
            }
            xml.writeStartElement(slot.element());
            xml.writeCharacters(field.money() ? amounts.written(field, value) : value);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Whether the text arrives whole, in the message and in the charset of the system behind the queue. */
    boolean carries(Field field, String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && profile.limits().holds(field, text, wire::octets)
                && text.codePoints().allMatch(MessageWriter::isXml)
                && wire.carries(text);
    }

    /** XML 1.0, production [2] Char, less the control characters. */
    private static boolean isXml(int character) {
        return !Character.isISOControl(character)
                && (character <= 0xD7FF || (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000);
    }
}
