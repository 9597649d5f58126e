package io.tongban.sandbox.province.soap;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * {@code <business>} with a flat head and a flat body. Read from characters, so that it does not matter which encoding
 * the declaration claims. A document type, a doubled field or anything nested deeper is refused.
 */
record BusinessDocument(Map<String, String> head, Map<String, String> body) {
    private static final int MOST_FIELDS = 64;
    private static final XMLInputFactory XML = factory();

    static BusinessDocument parse(String document) throws UnreadableRequestException {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(document.strip()));
            return read(reader);
        } catch (XMLStreamException e) {
            throw new UnreadableRequestException("not XML");
        }
    }

    private static BusinessDocument read(XMLStreamReader reader) throws XMLStreamException, UnreadableRequestException {
        Map<String, Map<String, String>> parts = Map.of("head", new HashMap<>(), "body", new HashMap<>());
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
                if (depth == 1 && !name.equals("business")) {
                    throw new UnreadableRequestException("root is not business");
                } else if (depth == 2) {
                    part = part(parts, name);
                } else if (depth == 3) {
                    // Reads up to the field's own end, and fails on an element inside.
                    put(part, name, reader.getElementText().strip());
                    depth--;
                }
            }
        }
        return new BusinessDocument(parts.getOrDefault("head", Map.of()), parts.getOrDefault("body", Map.of()));
    }

    private static Map<String, String> part(Map<String, Map<String, String>> parts, String name)
            throws UnreadableRequestException {
        Map<String, String> part = parts.get(name);
        if (part == null || !part.isEmpty()) {
            throw new UnreadableRequestException("one head and one body is expected");
        }
        return part;
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
