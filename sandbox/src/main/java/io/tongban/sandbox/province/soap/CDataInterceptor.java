package io.tongban.sandbox.province.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.DelegatingXMLStreamWriter;

/** Writes the text of {@code return} as CDATA, as such systems do. */
final class CDataInterceptor extends AbstractPhaseInterceptor<Message> {
    CDataInterceptor() {
        super(Phase.PRE_STREAM);
        addAfter(StaxOutInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        // Otherwise JAXB writes past the stream writer, straight to the bytes.
        message.put("disable.outputstream.optimization", true);
        message.setContent(XMLStreamWriter.class, new CDataWriter(message.getContent(XMLStreamWriter.class)));
    }

    private static final class CDataWriter extends DelegatingXMLStreamWriter {
        private boolean inReturn;

        CDataWriter(XMLStreamWriter delegate) {
            super(delegate);
        }

        @Override
        public void writeStartElement(String name) throws XMLStreamException {
            inReturn = name.equals("return");
            super.writeStartElement(name);
        }

        @Override
        public void writeStartElement(String namespace, String name) throws XMLStreamException {
            inReturn = name.equals("return");
            super.writeStartElement(namespace, name);
        }

        @Override
        public void writeStartElement(String prefix, String name, String namespace) throws XMLStreamException {
            inReturn = name.equals("return");
            super.writeStartElement(prefix, name, namespace);
        }

        @Override
        public void writeCharacters(String text) throws XMLStreamException {
            if (inReturn) {
                super.writeCData(text);
            } else {
                super.writeCharacters(text);
            }
        }

        @Override
        public void writeCharacters(char[] text, int start, int length) throws XMLStreamException {
            writeCharacters(new String(text, start, length));
        }
    }
}
