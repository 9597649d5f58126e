package io.tongban.sandbox.province.soap;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A root element such as {@code <business>} with a flat head and a flat body. Read from characters, so that it does not matter which encoding
 * the declaration claims. A document type, a doubled field or anything nested deeper is refused.
 *
 * @param envelope whose root it has
 */
record BusinessDocument(Envelope envelope, Map<String, String> head, Map<String, String> body) {
    private static final int MOST_FIELDS = 64;
    private static final XMLInputFactory XML = factory();

    static BusinessDocument parse(String document, List<Envelope> envelopes) throws UnreadableRequestException {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(document.strip()));
            return read(reader, envelopes);
        } catch (XMLStreamException e) {
            throw new UnreadableRequestException("not XML");
        }
    }

    private static BusinessDocument read(XMLStreamReader reader, List<Envelope> envelopes)
            throws XMLStreamException, UnreadableRequestException {
        Envelope envelope = null;
        Map<String, String> head = new HashMap<>();
        Map<String, String> body = new HashMap<>();
        Map<String, String> part = Map.of();
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableRequestException("a document type is not taken");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                depth++;
                if (depth == 1) {
                    envelope = envelope(reader, envelopes);
                } else if (depth == 2 && envelope != null) {
                    part = name.equals(envelope.element("head")) ? head : body;
                    if (!part.isEmpty() || (part == body && !name.equals(envelope.element("body")))) {
                        throw new UnreadableRequestException("one head and one body is expected");
                    }
                } else if (depth == 3) {
                    // Reads up to the field's own end, and fails on an element inside.
                    put(part, name, reader.getElementText().strip());
                    depth--;
                }
            }
        }
        if (envelope == null) {
            throw new UnreadableRequestException("no root");
        }
        return new BusinessDocument(envelope, head, body);
    }

    private static Envelope envelope(XMLStreamReader reader, List<Envelope> envelopes)
            throws UnreadableRequestException {
        String version = reader.getAttributeValue(null, "version");
        for (Envelope known : envelopes) {
            if (known.isRoot(reader.getLocalName(), version == null ? "" : version)) {
                return known;
            }
        }
        throw new UnreadableRequestException("no such root");
    }

    private static void put(Map<String, String> part, String name, String value) throws UnreadableRequestException {
        if (part.size() == MOST_FIELDS || part.putIfAbsent(name, value) != null) {
            throw new UnreadableRequestException("too many fields, or one twice");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    @Override
    public String toString() {
        return "BusinessDocument[…]";
    }
}
