package io.tongban.province.dialect.tcp;

import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.tongban.province.profile.ProvinceProfile;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/** The Netty client of one province, as a Camel endpoint. */
final class TcpEndpoint {
    private TcpEndpoint() {}

    static Endpoint of(ProvinceProfile profile, String id, CamelContext context, EventLoopGroup workers) {
        String decoder = id + "-frames";
        context.getRegistry().bind(decoder, new Frames(profile));
        context.getRegistry().bind("tongban-tcp-workers", workers);
        // No idle connection is kept, so each call has its own; the answer is waited for on the caller's thread.
        return context.getEndpoint("netty:tcp://" + profile.endpoint().getAuthority()
                + "?sync=true&synchronous=true"
                + "&connectTimeout=" + profile.timeouts().connect().toMillis()
                + "&producerPoolMinIdle=0&producerPoolMaxIdle=0"
                + "&allowDefaultCodec=false&decoders=#" + decoder
                + "&workerGroup=#tongban-tcp-workers");
    }

    /** A fresh decoder for each connection. */
    private static final class Frames extends DefaultChannelHandlerFactory {
        private final ProvinceProfile profile;

        Frames(ProvinceProfile profile) {
            this.profile = profile;
        }

        @Override
        public ChannelHandler newChannelHandler() {
            return new FrameDecoder(
                    LengthField.of(profile.options()),
                    profile.limits().frameBytes(),
                    profile.timeouts().reply());
        }
    }
}
