package io.tongban.province.dialect.tcp;

import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslHandler;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.ProvinceProfile;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/** The Netty client of one province, as a Camel endpoint. */
final class TcpEndpoint {
    private TcpEndpoint() {}

    static Endpoint of(ProvinceProfile profile, String id, CamelContext context, EventLoopGroup workers) {
        String decoder = id + "-frames";
        context.getRegistry().bind(decoder, new Frames(profile));
        String first = "";
        Optional<SSLContext> tls = Tls.of(profile);
        if (tls.isPresent()) {
            context.getRegistry().bind(id + "-tls", new TlsHandlers(tls.get(), profile));
            first = "#" + id + "-tls,";
        }
        context.getRegistry().bind("tongban-tcp-workers", workers);
        // No idle connection is kept, so each call has its own; the answer is waited for on the caller's thread.
        return context.getEndpoint("netty:tcp://" + profile.endpoint().getAuthority()
                + "?sync=true&synchronous=true"
                + "&connectTimeout=" + profile.timeouts().connect().toMillis()
                + "&producerPoolMinIdle=0&producerPoolMaxIdle=0"
                + "&allowDefaultCodec=false&decoders=" + first + "#" + decoder
                + "&workerGroup=#tongban-tcp-workers");
    }

    /** A fresh handler for each connection; the context remembers sessions, so that not each costs a whole handshake. */
    private static final class TlsHandlers extends DefaultChannelHandlerFactory {
        private final SSLContext context;
        private final ProvinceProfile profile;

        TlsHandlers(SSLContext context, ProvinceProfile profile) {
            this.context = context;
            this.profile = profile;
        }

        @Override
        public ChannelHandler newChannelHandler() {
            SSLEngine engine = context.createSSLEngine(
                    profile.endpoint().getHost(), profile.endpoint().getPort());
            engine.setUseClientMode(true);
            SSLParameters parameters = engine.getSSLParameters();
            // The far side's name is checked as in HTTPS (RFC 9110, section 4.3.4).
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
            SslHandler handler = new SslHandler(engine);
            handler.setHandshakeTimeoutMillis(profile.timeouts().connect().toMillis());
            return handler;
        }
    }

    static FrameDecoder decoder(ProvinceProfile profile) {
        return new FrameDecoder(
                LengthField.of(profile.options()),
                profile.limits().frameBytes(),
                profile.timeouts().reply());
    }

    /** A fresh decoder for each connection. */
    private static final class Frames extends DefaultChannelHandlerFactory {
        private final ProvinceProfile profile;

        Frames(ProvinceProfile profile) {
            this.profile = profile;
        }

        @Override
        public ChannelHandler newChannelHandler() {
            return decoder(profile);
        }
    }
}
