package io.tongban.province.dialect.queue;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.XmlText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the document {@code <msg>}. It comes as text, already decoded, so the encoding that its declaration names is
 * of no account. No document type, no entities, nothing from elsewhere, no great depth.
 */
final class MessageReader {
    private static final XMLInputFactory FACTORY = factory();
    private static final int MAX_DEPTH = 6;

    private final Document document = new Document(new HashMap<>(), new HashMap<>(), new ArrayList<>());
    private final List<String> path = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean leaf;

    private MessageReader() {}

    /** Texts by element name; what stands deeper or elsewhere is passed over. */
    record Document(Map<String, String> head, Map<String, String> body, List<Map<String, String>> rows) {
        @Override
        public String toString() {
            return "Document[…]";
        }
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever else the classpath offers: its limits are known.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** @throws CallFailed as unreadable if this is not such a document, or says one thing twice */
    static Document read(String xml) {
        try {
            XMLStreamReader events = FACTORY.createXMLStreamReader(
                    new StringReader(XmlText.readable(xml.strip()).strip()));
            MessageReader reader = new MessageReader();
            while (events.hasNext()) {
                reader.take(events, events.next());
            }
            return reader.document;
        } catch (XMLStreamException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    private void take(XMLStreamReader events, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(events.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(events.getText());
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> refuse(true);
            default -> {
                // comments, processing instructions, white space
            }
        }
    }

    private void begin(String name) {
        path.add(name);
        refuse(path.size() > MAX_DEPTH || !path.get(0).equals("msg"));
        if (at(path, "msg/body/rows/row")) {
            document.rows.add(new HashMap<>());
        }
        text.setLength(0);
        leaf = true;
    }

    private void end() {
        String name = path.remove(path.size() - 1);
        if (leaf && at(path, "msg/head")) {
            keep(document.head, name);
        } else if (leaf && at(path, "msg/body")) {
            keep(document.body, name);
        } else if (leaf && at(path, "msg/body/rows/row")) {
            keep(document.rows.get(document.rows.size() - 1), name);
        }
        leaf = false;
    }

    private void keep(Map<String, String> part, String name) {
        refuse(part.put(name, text.toString().strip()) != null);
    }

    private static boolean at(List<String> path, String place) {
        return String.join("/", path).equals(place);
    }

    private static void refuse(boolean wrong) {
        if (wrong) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }
}
