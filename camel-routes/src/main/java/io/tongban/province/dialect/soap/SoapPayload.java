package io.tongban.province.dialect.soap;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.util.List;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.helpers.DOMUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The envelope's body: one element that holds one text, which is itself an XML document. */
final class SoapPayload {
    private SoapPayload() {}

    static CxfPayload<SoapHeader> of(String business) {
        Document document = DOMUtils.createDocument();
        Element call = document.createElementNS(SoapEndpoint.NAMESPACE, "si:callBusiness");
        Element request = document.createElementNS(null, "request");
        request.appendChild(document.createCDATASection(business));
        call.appendChild(request);
        document.appendChild(call);
        return new CxfPayload<>(List.of(), List.of(call));
    }

    /** @throws CallFailed as unreadable if this is not an answer in such an envelope */
    static String text(@Nullable Object body) {
        if (body instanceof CxfPayload<?> payload && payload.getBody().size() == 1) {
            Element response = payload.getBody().get(0);
            Element result = DOMUtils.getFirstElement(response);
            if ("callBusinessResponse".equals(response.getLocalName())
                    && result != null
                    && "return".equals(result.getLocalName())) {
                return result.getTextContent();
            }
        }
        throw new CallFailed(UnknownCause.UNREADABLE);
    }
}
