package io.tongban.province.dialect.soap;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import javax.xml.stream.XMLStreamException;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.transport.http.HTTPException;

/**
 * Puts the reason in the place of CXF's exceptions before Camel sees them. They quote what the far side sent, a page of
 * HTML for instance, and Camel would write that to its debug log.
 */
final class RedactingProducer extends DefaultProducer {
    private final Producer cxf;

    RedactingProducer(Endpoint endpoint, Producer cxf) {
        super(endpoint);
        this.cxf = cxf;
    }

    @Override
    public void process(Exchange exchange) {
        try {
            cxf.process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            exchange.setException(new CallFailed(causeOf(exchange.getException())));
        }
    }

    private static UnknownCause causeOf(Throwable failure) {
        UnknownCause reason = CallFailed.causeOf(failure);
        Throwable found = failure;
        for (int depth = 0; found != null && depth < 20; depth++) {
            if (found instanceof HTTPException) {
                return UnknownCause.HTTP_ERROR;
            }
            // Neither CXF nor the parser could make sense of it, and the transport had no complaint.
            if (reason == UnknownCause.FAILED && (found instanceof Fault || found instanceof XMLStreamException)) {
                return UnknownCause.UNREADABLE;
            }
            found = found.getCause();
        }
        return reason;
    }

    @Override
    protected void doStart() throws Exception {
        ServiceHelper.startService(cxf);
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        ServiceHelper.stopAndShutdownService(cxf);
    }
}
