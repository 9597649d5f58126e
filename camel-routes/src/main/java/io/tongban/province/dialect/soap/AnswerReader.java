package io.tongban.province.dialect.soap;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.XmlDocuments;
import io.tongban.province.dialect.XmlOutline;
import io.tongban.province.dialect.XmlResultReader;
import io.tongban.province.dialect.XmlText;
import io.tongban.province.dialect.soap.Binding.Payload;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds an answer's document in its envelope. Names count with their namespace, whatever prefix stands for it. */
final class AnswerReader {
    private static final int MAX_DEPTH = 16;

    private final Binding binding;
    private final XmlOutline outline;
    private final XmlResultReader results;

    /** @param binding of the transaction that was called */
    AnswerReader(Binding binding, XmlOutline outline, XmlResultReader results) {
        this.binding = binding;
        this.outline = outline;
        this.results = results;
    }

    /** @throws CallFailed for a fault, and as unreadable if this is no such answer, or says one thing twice */
    XmlResultReader.Result read(String text) {
        String readable = XmlText.readable(text).strip();
        try {
            if (!binding.isSoap()) {
                return results.read(results.once(readable));
            }
            if (binding.response().equals(Binding.NO_ELEMENT)
                    && binding.result().equals(Binding.NO_ELEMENT)) {
                // Nothing there has a name that would be looked for, so nothing else would find a fault.
                requireNoFault(XmlDocuments.reader(readable));
            }
            return inEnvelope(XmlDocuments.reader(readable));
        } catch (XMLStreamException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    private XmlResultReader.Result inEnvelope(XMLStreamReader in) throws XMLStreamException {
        String soap = binding.version().namespace();
        requireStart(in);
        require(is(in, soap, "Envelope"));
        requireStart(in);
        if (is(in, soap, "Header")) {
            skip(in);
            requireStart(in);
        }
        require(is(in, soap, "Body"));
        if (!binding.response().equals(Binding.NO_ELEMENT)) {
            enter(in, binding.namespace(), binding.response());
        }
        if (!binding.result().equals(Binding.NO_ELEMENT)) {
            enter(in, binding.qualified() ? binding.namespace() : "", binding.result());
        }
        XmlResultReader.Result result;
        if (binding.payload() == Payload.ELEMENTS) {
            if (!outline.result().isEmpty()) {
                enter(in, outline.namespace(), outline.result());
            }
            result = results.fields(in);
        } else {
            result = results.read(results.once(XmlText.readable(in.getElementText())));
        }
        requireNothingTwice(in);
        return result;
    }

    private void requireNoFault(XMLStreamReader in) throws XMLStreamException {
        String soap = binding.version().namespace();
        requireStart(in);
        while (!is(in, soap, "Body")) {
            requireStart(in);
        }
        if (next(in) == XMLStreamConstants.CHARACTERS) {
            next(in);
        }
        if (in.isStartElement() && is(in, soap, "Fault")) {
            throw new CallFailed(UnknownCause.SOAP_FAULT);
        }
    }

    /** Goes into this child of the element where the reader stands; others that come before are passed over. */
    private void enter(XMLStreamReader in, String namespace, String name) throws XMLStreamException {
        requireStart(in);
        while (!is(in, namespace, name)) {
            if (is(in, binding.version().namespace(), "Fault")) {
                throw new CallFailed(UnknownCause.SOAP_FAULT);
            }
            skip(in);
            requireStart(in);
        }
    }

    /** The rest must be well-formed, and have no second answer in it. */
    private void requireNothingTwice(XMLStreamReader in) throws XMLStreamException {
        List<String> once = List.of(binding.response(), binding.result(), outline.result(), "Body");
        while (in.hasNext()) {
            int event = next(in);
            if (event == XMLStreamConstants.START_ELEMENT) {
                require(!once.contains(in.getLocalName()));
            }
        }
    }

    private static void skip(XMLStreamReader in) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = next(in);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                require(depth <= MAX_DEPTH);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static void requireStart(XMLStreamReader in) throws XMLStreamException {
        int event = next(in);
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = next(in);
        }
        require(event == XMLStreamConstants.START_ELEMENT);
    }

    private static int next(XMLStreamReader in) throws XMLStreamException {
        require(in.hasNext());
        int event = in.next();
        require(event != XMLStreamConstants.DTD && event != XMLStreamConstants.ENTITY_REFERENCE);
        return event;
    }

    private static boolean is(XMLStreamReader in, String namespace, String name) {
        String found = in.getNamespaceURI();
        return name.equals(in.getLocalName()) && namespace.equals(found == null ? "" : found);
    }

    private static void require(boolean right) {
        if (!right) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }
}
