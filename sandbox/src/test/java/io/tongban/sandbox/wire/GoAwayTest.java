package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is cut over HTTP/2 is told why, before the connection ends. */
@ExtendWith(RunningSandbox.class)
class GoAwayTest {
    private static final int GOAWAY = 7;
    private static final int ENHANCE_YOUR_CALM = 11;
    /** Half as many again as a connection may send at once. */
    private static final int PINGS = 1_500;

    private static final int PATIENCE_MILLIS = 20_000;

    private final TestSandbox sandbox;

    GoAwayTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void saysEnhanceYourCalmToWhoeverSendsTooManyFrames() throws Exception {
        try (SSLSocket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
            out.write(frame(4, new byte[0]));
            // In one record, so that nothing is written any more once the connection is being cut.
            ByteBuffer pings = ByteBuffer.allocate(PINGS * 17);
            for (int i = 0; i < PINGS; i++) {
                pings.put(frame(6, new byte[8]));
            }
            out.write(pings.array());
            out.flush();

            assertThat(reasonToGoAway(new DataInputStream(socket.getInputStream())))
                    .contains(ENHANCE_YOUR_CALM);
        }
    }

    private SSLSocket connect() throws IOException {
        URI gateway = URI.create(sandbox.stack().httpsGateway().toString());
        SSLSocket socket = (SSLSocket) sandbox.stack()
                .authority()
                .clientContext()
                .getSocketFactory()
                .createSocket(gateway.getHost(), gateway.getPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.startHandshake();
        return socket;
    }

    /** RFC 9113, section 4.1: length, type, flags, stream. */
    private static byte[] frame(int type, byte[] content) {
        return ByteBuffer.allocate(9 + content.length)
                .put(new byte[] {0, 0, (byte) content.length, (byte) type, 0, 0, 0, 0, 0})
                .put(content)
                .array();
    }

    /** Reads frames until one says that this is the end; nothing if the connection ends without it. */
    private static Optional<Integer> reasonToGoAway(DataInputStream in) throws IOException {
        while (true) {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            int length = first << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            in.readUnsignedByte();
            in.readInt();
            byte[] content = in.readNBytes(length);
            if (type == GOAWAY) {
                return Optional.of(ByteBuffer.wrap(content).getInt(4));
            }
        }
    }
}
