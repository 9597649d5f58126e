package io.tongban.province.dialect.soap;

import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.ProvinceProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.xml.namespace.QName;
import org.apache.camel.CamelContext;
import org.apache.camel.Producer;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfComponent;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.cxf.Bus;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;

/** The CXF client of one province, from the WSDL, as a Camel endpoint. */
final class SoapEndpoint {
    static final String NAMESPACE = "http://sandbox.tongban.io/si/soap";

    private SoapEndpoint() {}

    static CxfEndpoint of(ProvinceProfile profile, CamelContext context, Bus bus) {
        CxfComponent component = context.getComponent("cxf", CxfComponent.class);
        CxfEndpoint endpoint = new CxfEndpoint(profile.endpoint().toString(), component) {
            @Override
            public Producer createProducer() throws Exception {
                return new RedactingProducer(this, super.createProducer());
            }
        };
        endpoint.setCamelContext(context);
        endpoint.setBus(bus);
        endpoint.setWsdlURL(Objects.requireNonNull(SoapEndpoint.class.getResource("/wsdl/si-soap.wsdl"))
                .toString());
        endpoint.setServiceNameAsQName(new QName(NAMESPACE, "SiService"));
        endpoint.setPortNameAsQName(new QName(NAMESPACE, "SiServicePort"));
        endpoint.setDefaultOperationName("callBusiness");
        endpoint.setDefaultOperationNamespace(NAMESPACE);
        endpoint.setDataFormat(DataFormat.PAYLOAD);
        endpoint.setAllowStreaming(false);
        endpoint.setSynchronous(true);
        // CXF would log faults with their text, and a far side may write a name into it.
        endpoint.setSkipFaultLogging(true);
        // The JDK's newer HTTP client has no time-out while a body is read; the older one has.
        endpoint.setProperties(new HashMap<>(Map.of("force.urlconnection.http.conduit", true)));
        endpoint.setCxfConfigurer(new Configurer(profile));
        return endpoint;
    }

    private record Configurer(ProvinceProfile profile) implements CxfConfigurer {
        @Override
        public void configureClient(Client client) {
            HTTPClientPolicy policy = new HTTPClientPolicy();
            policy.setConnectionTimeout(profile.timeouts().connect().toMillis());
            policy.setReceiveTimeout(profile.timeouts().reply().toMillis());
            policy.setAutoRedirect(false);
            // In chunks from the first byte: only a streamed POST is safe from the JDK's silent second try.
            policy.setAllowChunking(true);
            policy.setChunkingThreshold(1);
            HTTPConduit conduit = (HTTPConduit) client.getConduit();
            conduit.setClient(policy);
            Tls.of(profile).map(SSLContext::getSocketFactory).ifPresent(sockets -> {
                TLSClientParameters tls = new TLSClientParameters();
                // One factory for all calls: by it the JDK finds the connection that is still open.
                tls.setSSLSocketFactory(sockets);
                conduit.setTlsClientParameters(tls);
            });
            client.getInFaultInterceptors().add(new FaultReply());
            client.getInInterceptors()
                    .add(new BoundedReply(
                            profile.limits().frameBytes(), profile.timeouts().reply()));
        }

        @Override
        public void configure(AbstractWSDLBasedEndpointFactory factory) {
            // nothing beyond the endpoint's own settings
        }

        @Override
        public void configureServer(Server server) {
            throw new UnsupportedOperationException("a client only");
        }
    }
}
