package io.tongban.province.dialect.soap;

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
 * Reads a document such as {@code <result>}. It is text inside text by now, already decoded, so the encoding that its
 * declaration names is of no account. No document type, no entities, nothing from elsewhere, no great depth.
 */
final class ResultReader {
    private static final XMLInputFactory FACTORY = factory();
    private static final int MAX_DEPTH = 8;

    private final Envelope envelope;

    ResultReader(Envelope envelope) {
        this.envelope = envelope;
    }

    /** Texts by element name; what stands in deeper or other places than these is passed over. */
    record Result(Map<String, String> head, Map<String, String> body, List<Map<String, String>> rows) {}

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
    Result read(String xml) {
        Result result = new Result(new HashMap<>(), new HashMap<>(), new ArrayList<>());
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(once(XmlText.readable(xml))));
            List<String> path = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            boolean leaf = false;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.add(reader.getLocalName());
                        refuse(path.size() > MAX_DEPTH);
                        refuse(path.size() == 1 && isOtherVersion(reader));
                        if (at(path, envelope.rowOfResult())) {
                            result.rows.add(new HashMap<>());
                        }
                        text.setLength(0);
                        leaf = true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (leaf) {
                            keep(result, path, text.toString().strip());
                        }
                        path.remove(path.size() - 1);
                        leaf = false;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> refuse(true);
                    default -> {
                        // comments, processing instructions, white space
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return result;
    }

    private boolean isOtherVersion(XMLStreamReader reader) {
        return !envelope.version().isEmpty() && !envelope.version().equals(reader.getAttributeValue(null, "version"));
    }

    /** The same acknowledgement twice is one; two that differ are none, and stay what no parser takes. */
    private String once(String xml) {
        String document = withoutDeclaration(xml);
        String tag = "</" + envelope.result() + ">";
        int end = document.indexOf(tag);
        if (end < 0) {
            return document;
        }
        String first = document.substring(0, end + tag.length());
        return first.equals(withoutDeclaration(document.substring(first.length()))) ? first : document;
    }

    private static String withoutDeclaration(String xml) {
        String stripped = xml.strip();
        int end = stripped.startsWith("<?xml ") ? stripped.indexOf("?>") : -1;
        return end < 0 ? stripped : stripped.substring(end + 2).strip();
    }

    private void keep(Result result, List<String> path, String text) {
        String name = path.get(path.size() - 1);
        List<String> parent = path.subList(0, path.size() - 1);
        if (at(parent, envelope.headOfResult())) {
            refuse(result.head.put(name, text) != null);
        } else if (at(parent, envelope.bodyOfResult())) {
            refuse(result.body.put(name, text) != null);
        } else if (at(parent, envelope.rowOfResult())) {
            refuse(result.rows.get(result.rows.size() - 1).put(name, text) != null);
        }
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
