package io.tongban.sandbox.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** On which port a flood comes, and in what. */
enum Way {
    /** Clear text. */
    CLEAR(1_000) {
        @Override
        InetSocketAddress address(Target target) {
            return target.clear();
        }

        @Override
        Line over(SocketChannel channel, Target target) {
            return new ClearLine(channel);
        }
    },
    /** Octets of our own where TLS is expected. */
    BARE_TLS(1_000) {
        @Override
        InetSocketAddress address(Target target) {
            return target.tls();
        }

        @Override
        Line over(SocketChannel channel, Target target) {
            return new ClearLine(channel);
        }
    },
    /** HTTP/2 over TLS. */
    HTTP_2(200) {
        @Override
        InetSocketAddress address(Target target) {
            return target.tls();
        }

        @Override
        Line over(SocketChannel channel, Target target) throws IOException {
            SSLEngine engine = engine(target);
            engine.beginHandshake();
            return new TlsLine(channel, engine);
        }
    };

    private final int newASecond;

    Way(int newASecond) {
        this.newASecond = newASecond;
    }

    abstract InetSocketAddress address(Target target);

    abstract Line over(SocketChannel channel, Target target) throws IOException;

    /** Connections begun each second; a handshake costs this machine twice, which serves both sides. */
    int newASecond() {
        return newASecond;
    }

    static SSLEngine engine(Target target) {
        SSLEngine engine = target.trust().createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        engine.setSSLParameters(parameters);
        return engine;
    }
}
