package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Pause;
import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.servlet.ServletRequest;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** The operation's far end: reads the document, has it dealt with, and writes, garbles or withholds the result. */
@WebService(
        endpointInterface = "io.tongban.sandbox.province.soap.SiService",
        targetNamespace = SiService.NAMESPACE,
        serviceName = "SiService",
        portName = "SiServicePort")
public final class SiServiceEndpoint implements SiService {
    private final SoapRequestMapper mapper;
    private final Faults faults;
    private final Pause pause;
    private final DialectSettings dialectSettings;

    /** Set by CXF before the first call. */
    @Resource
    private @Nullable WebServiceContext context;

    SiServiceEndpoint(SoapRequestMapper mapper, Faults faults, Pause pause, DialectSettings dialectSettings) {
        this.dialectSettings = dialectSettings;
        this.mapper = mapper;
        this.faults = faults;
        this.pause = pause;
    }

    @Override
    public String callBusiness(String document) {
        BusinessRequest request;
        try {
            request = BusinessRequest.parse(document, dialectSettings);
        } catch (UnreadableRequestException e) {
            return ResultDocument.unreadable(dialectSettings);
        }
        Delivery delivery = mapper.serve(request);
        if (delivery instanceof Delivery.Say say) {
            ResultDocument result =
                    new ResultDocument(dialectSettings, request.envelope(), request.serial(), say.answer());
            boolean twice = faults.fires(Fault.DUPLICATE_ACKNOWLEDGEMENT, request.transaction());
            boolean gbk = faults.fires(Fault.GBK_DECLARED_IN_UTF8, request.transaction());
            return result.write(gbk ? "GBK" : "UTF-8", twice ? 2 : 1);
        }
        if (delivery instanceof Delivery.Silence) {
            pause.of(faults.silence());
        }
        throw hangUp();
    }

    /** Closes the caller's connection under the answer that CXF would still write. */
    private IllegalStateException hangUp() {
        if (context != null
                && context.getMessageContext().get(MessageContext.SERVLET_REQUEST) instanceof ServletRequest call) {
            ServletContextRequest.getServletContextRequest(call)
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close();
        }
        return new IllegalStateException("hung up");
    }
}
