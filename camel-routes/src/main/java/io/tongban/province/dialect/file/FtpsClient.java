package io.tongban.province.dialect.file;

import io.tongban.province.profile.ProvinceProfile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * FTP over TLS, as much as this dialect needs. The certificate and its name are checked on the control connection and on
 * each data connection. A data connection takes up the TLS session of the control connection, because servers refuse one
 * that does not: it may be another caller's. That is why it speaks TLS 1.2, whose sessions can be taken up any number of
 * times; Java uses one of TLS 1.3 once. Data connections are passive and go to the host of the profile, whatever address
 * the server names.
 */
final class FtpsClient extends FTPSClient {
    /** How far an attempt to come in has got. */
    enum Stage {
        CONNECTING,
        /** Connected; waits to be greeted. */
        GREETING,
        /** Has asked for TLS. */
        ASKING,
        HANDSHAKE,
        SECURED
    }

    private static final String[] PROTOCOLS = {"TLSv1.2"};
    private static final String CHECKED_NAME = "HTTPS";
    /** Of one reply, or of a greeting and a handshake. */
    private static final int MOST_OCTETS = 256 * 1024;

    private final URI endpoint;
    private final Duration connect;
    private final Duration reply;
    private final SSLContext tls;
    private final Watch watch;
    private Stage stage = Stage.CONNECTING;
    private boolean left;
    private @Nullable Bounded control;
    private @Nullable Bounded data;

    FtpsClient(ProvinceProfile profile, SSLContext tls, Watch watch) {
        super(profile.endpoint().getScheme().equals(FileOptions.FTPS), tls);
        this.endpoint = profile.endpoint();
        this.connect = profile.timeouts().connect();
        this.reply = profile.timeouts().reply();
        this.tls = tls;
        this.watch = watch;
    }

    Stage stage() {
        return stage;
    }

    /** Connects, and encrypts what follows; nobody has signed in yet. */
    void enter() throws IOException {
        setEndpointCheckingEnabled(true);
        setEnabledProtocols(PROTOCOLS);
        setUseEPSVwithIPv4(true);
        // Names and passwords too (RFC 2640); no octet of a character in it is a control character.
        setControlEncoding(StandardCharsets.UTF_8.name());
        // Of the greeting; sockets have their own, see below.
        setConnectTimeout((int) reply.toMillis());
        setDataTimeout(reply);
        setSocketFactory(new Sockets());
        connect(endpoint.getHost(), endpoint.getPort());
        if (!FTPReply.isPositiveCompletion(getReplyCode())) {
            throw new FtpRefusal(getReplyCode());
        }
        enterLocalPassiveMode();
    }

    @Override
    protected void _connectAction_() throws IOException {
        stage = Stage.GREETING;
        // A greeting, a handshake and an answer between them.
        try (Watch.Armed armed = watch.over(control(), reply.multipliedBy(3))) {
            super._connectAction_();
        }
    }

    @Override
    protected void sslNegotiation() throws IOException {
        stage = Stage.HANDSHAKE;
        super.sslNegotiation();
        stage = Stage.SECURED;
    }

    /** @throws IOException after which nothing more is asked: a reply that comes late would be taken for another's */
    @Override
    public int sendCommand(String command, String args) throws IOException {
        if (command.equals("AUTH")) {
            stage = Stage.ASKING;
        }
        beginReply();
        try (Watch.Armed armed = watch.over(control(), reply)) {
            return super.sendCommand(command, args);
        } catch (IOException e) {
            leave();
            throw e;
        }
    }

    /**
     * The reply that follows a transfer, once its data connection is closed.
     *
     * @throws IOException as a command does
     */
    int finished() throws IOException {
        beginReply();
        try (Watch.Armed armed = watch.over(control(), reply)) {
            return getReply();
        } catch (IOException e) {
            leave();
            throw e;
        }
    }

    private void beginReply() throws IOException {
        // Some of a late reply may be read already, and would be found without the connection.
        if (left) {
            throw new IOException("the session has ended");
        }
        control().beginReply();
    }

    /**
     * A protected data connection, on which a command begins what it has to say or to hear.
     *
     * @throws FtpRefusal if the server begins nothing
     */
    Socket begin(String command, String path) throws IOException {
        data = null;
        Socket plain = super._openDataConnection_(command, path);
        if (plain == null) {
            if (data != null) {
                data.close();
            }
            throw new FtpRefusal(getReplyCode());
        }
        try (Watch.Armed armed = watch.over(plain, reply)) {
            return secured(plain);
        } catch (IOException e) {
            // The command's last reply is still to come.
            leave();
            throw e;
        }
    }

    /** By the name and port of the control connection, so that its session is found, and its name checked. */
    private SSLSocket secured(Socket plain) throws IOException {
        SSLSocket secured =
                (SSLSocket) tls.getSocketFactory().createSocket(plain, endpoint.getHost(), endpoint.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(CHECKED_NAME);
        parameters.setProtocols(PROTOCOLS);
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** Of the transfer that has begun. */
    Watch.Armed watched(Duration atMost) {
        return watch.over(Objects.requireNonNull(data), atMost);
    }

    /** Hangs up, whatever state it is in. */
    void leave() {
        left = true;
        for (Socket socket : new Socket[] {data, control}) {
            try {
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException e) {
                // It is gone, which is all that was wanted.
            }
        }
    }

    private Bounded control() {
        return Objects.requireNonNull(control);
    }

    /** The first that it makes is the control connection, and the others carry data. */
    private final class Sockets extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            Bounded socket = new Bounded(control == null);
            socket.setSoTimeout((int) reply.toMillis());
            if (control == null) {
                control = socket;
            } else {
                data = socket;
            }
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    /** Connects in time, and reads no more of a reply than any has. */
    private final class Bounded extends Socket {
        private final boolean repliesOnly;
        private int octets;

        Bounded(boolean repliesOnly) {
            this.repliesOnly = repliesOnly;
        }

        @Override
        public void connect(SocketAddress address, int millis) throws IOException {
            super.connect(address, (int) connect.toMillis());
        }

        /** Java keeps TLS sessions by name and port, and asks for it here: that of the control connection is to be found. */
        @Override
        public int getPort() {
            return repliesOnly ? super.getPort() : endpoint.getPort();
        }

        void beginReply() {
            octets = 0;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return repliesOnly ? new Counted(super.getInputStream()) : super.getInputStream();
        }

        private final class Counted extends FilterInputStream {
            Counted(InputStream in) {
                super(in);
            }

            @Override
            public int read() throws IOException {
                counted(1);
                return super.read();
            }

            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                int read = super.read(into, at, most);
                counted(Math.max(0, read));
                return read;
            }

            private void counted(int more) throws IOException {
                octets += more;
                if (octets > MOST_OCTETS) {
                    throw new IOException("a reply without an end");
                }
            }
        }
    }
}
