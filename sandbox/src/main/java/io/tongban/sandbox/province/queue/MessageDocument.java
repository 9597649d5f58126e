package io.tongban.sandbox.province.queue;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** {@code <msg>} with a flat head and a flat body. A document type, a doubled field or anything nested is refused. */
record MessageDocument(Map<String, String> head, Map<String, String> body) {
    private static final int MOST_CHARACTERS = 32 * 1024;

    static MessageDocument parse(String text) throws UnreadableRequestException {
        if (text.length() > MOST_CHARACTERS) {
            throw new UnreadableRequestException("too long");
        }
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root = builder.parse(new InputSource(new StringReader(text.strip())))
                    .getDocumentElement();
            if (!root.getTagName().equals("msg")) {
                throw new UnreadableRequestException("root is not msg");
            }
            return new MessageDocument(part(root, "head"), part(root, "body"));
        } catch (SAXException | IOException e) {
            throw new UnreadableRequestException("not XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK can refuse document types", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static Map<String, String> part(Element root, String name) throws UnreadableRequestException {
        Map<String, String> fields = new HashMap<>();
        int parts = 0;
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                parts++;
                read(element, fields);
            }
        }
        if (parts != 1) {
            throw new UnreadableRequestException("one head and one body is expected");
        }
        return fields;
    }

    private static void read(Element part, Map<String, String> fields) throws UnreadableRequestException {
        for (Node node = part.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element field) {
                boolean flat = field.getElementsByTagName("*").getLength() == 0;
                if (!flat
                        || fields.put(field.getTagName(), field.getTextContent().strip()) != null) {
                    throw new UnreadableRequestException("a field twice, or nested");
                }
            }
        }
    }

    @Override
    public String toString() {
        return "MessageDocument[…]";
    }
}
