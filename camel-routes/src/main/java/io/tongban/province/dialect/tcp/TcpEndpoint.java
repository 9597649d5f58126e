package io.tongban.province.dialect.tcp;

import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslHandler;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.ProvinceProfile;
import java.util.Optional;
import java.util.function.Supplier;
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
        Optional<Supplier<SslHandler>> tls = tls(profile);
        if (tls.isPresent()) {
            context.getRegistry().bind(id + "-tls", new TlsHandlers(tls.get()));
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

    /**
     * A fresh handler for each connection, where it is called over TLS; the context remembers sessions, so that not
     * each costs a whole handshake.
     */
    static Optional<Supplier<SslHandler>> tls(ProvinceProfile profile) {
        return Tls.of(profile).map(context -> () -> handler(context, profile));
    }

    private static SslHandler handler(SSLContext context, ProvinceProfile profile) {
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

    private static final class TlsHandlers extends DefaultChannelHandlerFactory {
        private final Supplier<SslHandler> handlers;

        TlsHandlers(Supplier<SslHandler> handlers) {
            this.handlers = handlers;
        }

        @Override
        public ChannelHandler newChannelHandler() {
            return handlers.get();
        }
    }

    static FrameDecoder decoder(ProvinceProfile profile) {
        return new FrameDecoder(
                Framing.of(profile),
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
