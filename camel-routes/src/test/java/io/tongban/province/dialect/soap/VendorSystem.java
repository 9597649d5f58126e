package io.tongban.province.dialect.soap;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;

/** A province's system to be called by a profile that a test changes word by word; it knows us without a sign-in. */
final class VendorSystem implements AutoCloseable {
    static final String FILE = "44-guangdong.yaml";
    static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    static final String KNOWN = "<AAC001>4400000001</AAC001>";
    static final ProvinceReply REGISTERED =
            new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("4400000001"));

    final SoapStub province = new SoapStub();
    final Links links;

    VendorSystem(Path folder) {
        links = new Links(folder).set("tongban.province.44.endpoint", province.endpoint());
        withoutSignIn();
    }

    @Override
    public void close() {
        province.close();
    }

    private void withoutSignIn() {
        links.edit(FILE, "password: ${tongban.province.44.password}     # of the sign-in\n", "");
        links.edit(FILE, "token token, ", "");
        links.edit(
                FILE, "  sign-in:\n    code: SIGNIN\n    request: [password password]\n    reply: [token token]\n", "");
    }

    void options(String options) {
        links.edit(FILE, "insurances: [", "options: {" + options + "}\ninsurances: [");
    }

    static String result() {
        return SoapStub.result(Samples.SERIAL, "0000", "", KNOWN).replace("<message></message>", "<message/>");
    }

    void answers(String soap, String namespace, String response, String begin, String end) {
        province.business = (http, request) -> SoapStub.reply(
                http, 200, around(soap, namespace, response, begin + "<![CDATA[" + result() + "]]>" + end));
    }

    static String around(String soap, String namespace, String response, String inner) {
        return "<e:Envelope xmlns:e=\"" + soap + "\"><e:Header><x:t xmlns:x=\"urn:t\"/></e:Header><e:Body><n:"
                + response + " xmlns:n=\"" + namespace + "\">" + inner + "</n:" + response + "></e:Body></e:Envelope>";
    }

    ProvinceReply registered() {
        try (ProvinceLink link = links.open()) {
            ProvinceCommand register = Samples.register(Samples.GUANGDONG);
            return link.send(register);
        }
    }

    static ProvinceReply unreadable() {
        return new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE);
    }

    SoapStub.Whole sent() {
        return province.wholes.get(province.wholes.size() - 1);
    }
}
