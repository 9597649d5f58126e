package io.tongban.province.farside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before a far side that speaks in clear text, and ends TLS for it: what it passes on has come encrypted. */
public final class TlsFront implements AutoCloseable {
    private final SSLContext context;
    private final int behind;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** Handshakes that both sides were content with. */
    public final AtomicInteger handshakes = new AtomicInteger();

    public volatile boolean asksForCertificate;
    /** PostgreSQL asks for TLS inside its own protocol (SSLRequest). */
    public volatile boolean asPostgres;

    public TlsFront(SSLContext context, int behind) {
        this.context = context;
        this.behind = behind;
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (asPostgres) {
                socket.getInputStream().readNBytes(8);
                socket.getOutputStream().write('S');
            }
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, "127.0.0.1", 0, true);
            tls.setUseClientMode(false);
            tls.setNeedClientAuth(asksForCertificate);
            tls.startHandshake();
            // With TLS 1.3 the near side may still turn away; whoever does sends nothing.
            try (Socket far = new Socket("127.0.0.1", behind)) {
                int first = tls.getInputStream().read();
                if (first >= 0) {
                    handshakes.incrementAndGet();
                    far.getOutputStream().write(first);
                    threads.execute(() -> pass(far, tls));
                    pass(tls, far);
                }
            }
        } catch (IOException e) {
            // The near side has gone; what it made of that is for the test to see.
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
