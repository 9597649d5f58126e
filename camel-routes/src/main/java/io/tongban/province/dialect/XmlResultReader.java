package io.tongban.province.dialect;

import io.tongban.province.UnknownCause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a document such as {@code <result>}: the texts of those places that a layout names. What stands elsewhere, or
 * in another namespace, is passed over; what stands twice in such a place is unreadable.
 */
public final class XmlResultReader {
    private static final int MAX_DEPTH = 8;

    private final XmlOutline outline;
    private final Set<String> places;
    private final Set<String> placesInRows;

    /**
     * @param places that count, from within the root
     * @param placesInRows those of a row, from within it
     */
    public XmlResultReader(XmlOutline outline, Set<String> places, Set<String> placesInRows) {
        this.outline = outline;
        this.places = Set.copyOf(places);
        this.placesInRows = Set.copyOf(placesInRows);
    }

    /** Texts by place. */
    public record Result(Map<String, String> texts, List<Map<String, String>> rows) {
        @Override
        public String toString() {
            return "Result[…]";
        }
    }

    /** @throws CallFailed as unreadable if this is not such a document */
    public Result read(String xml) throws XMLStreamException {
        XMLStreamReader in = XmlDocuments.reader(xml);
        if (outline.result().isEmpty()) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        while (in.next() != XMLStreamConstants.START_ELEMENT) {
            refuse(in.getEventType() == XMLStreamConstants.DTD);
        }
        refuse(!in.getLocalName().equals(outline.result()) || !isOurs(in));
        Result result = fields(in);
        while (in.hasNext()) {
            in.next();
        }
        return result;
    }

    /** Reads on from the start of the element that holds the fields to its end. */
    public Result fields(XMLStreamReader in) throws XMLStreamException {
        refuse(!outline.version().isEmpty() && !outline.version().equals(in.getAttributeValue(null, "version")));
        Reading reading = new Reading();
        reading.attributes(in);
        int depth = 1;
        while (depth > 0) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    refuse(depth > MAX_DEPTH);
                    reading.begin(in);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> reading.text.append(in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    reading.end(depth == 0);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> refuse(true);
                default -> {
                    // comments, processing instructions, white space
                }
            }
        }
        return reading.result;
    }

    private boolean isOurs(XMLStreamReader in) {
        String namespace = in.getNamespaceURI();
        return outline.namespace().equals(namespace == null ? "" : namespace);
    }

    /** The same acknowledgement twice is one; two that differ are none, and stay what no parser takes. */
    public String once(String xml) {
        String document = withoutDeclaration(xml);
        String tag = "</" + outline.result() + ">";
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

    private static void refuse(boolean wrong) {
        if (wrong) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    /** How far a document is read. */
    private final class Reading {
        private final Result result = new Result(new HashMap<>(), new ArrayList<>());
        private final Deque<String> paths = new ArrayDeque<>(List.of(""));
        private final StringBuilder text = new StringBuilder();
        private boolean leaf;

        void begin(XMLStreamReader in) {
            String above = paths.getLast();
            // An element of another namespace is another element; no layout's place begins with a brace.
            String name = isOurs(in) ? in.getLocalName() : "{}" + in.getLocalName();
            String path = above.isEmpty() ? name : above + "/" + name;
            paths.addLast(path);
            if (path.equals(outline.rowOfResult())) {
                result.rows.add(new HashMap<>());
            }
            text.setLength(0);
            leaf = true;
            attributes(in);
        }

        void attributes(XMLStreamReader in) {
            for (int i = 0; i < in.getAttributeCount(); i++) {
                String namespace = in.getAttributeNamespace(i);
                if (namespace == null || namespace.isEmpty()) {
                    String path = paths.getLast();
                    String place = "@" + in.getAttributeLocalName(i);
                    keep(path.isEmpty() ? place : path + "/" + place, in.getAttributeValue(i));
                }
            }
        }

        void end(boolean last) {
            if (leaf && !last) {
                keep(paths.getLast(), text.toString().strip());
            }
            paths.removeLast();
            leaf = false;
        }

        private void keep(String path, String value) {
            String row = outline.rowOfResult() + "/";
            if (path.startsWith(row)) {
                String inRow = path.substring(row.length());
                if (placesInRows.contains(inRow)) {
                    refuse(result.rows.get(result.rows.size() - 1).put(inRow, value) != null);
                }
            } else if (places.contains(path)) {
                refuse(result.texts.put(path, value) != null);
            }
        }
    }
}
