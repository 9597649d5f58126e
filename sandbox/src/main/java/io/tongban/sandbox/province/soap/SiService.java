package io.tongban.sandbox.province.soap;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;

/** The province's one operation: text in, text out, both XML documents. */
@WebService(name = "SiServicePortType", targetNamespace = SiService.NAMESPACE)
public interface SiService {
    String NAMESPACE = "http://sandbox.tongban.io/si/soap";

    @WebMethod(operationName = "callBusiness", action = "")
    @WebResult(name = "return")
    String callBusiness(@WebParam(name = "request") String request);
}
