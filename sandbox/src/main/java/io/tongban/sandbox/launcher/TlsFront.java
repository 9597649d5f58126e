package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Ends TLS before a simulator that speaks in clear text: what it passes on has come encrypted. */
public final class TlsFront implements AutoCloseable {
    private final ServerSocket server;
    private final int behind;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tls-front");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger passed = new AtomicInteger();

    /** @param by who vouches for it */
    public TlsFront(CertificateAuthority by, int behind) throws IOException {
        this.behind = behind;
        SSLContext context = ServerContext.of(by.issue());
        server = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ((SSLServerSocket) server).setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        threads.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Connections on which anything was sent. */
    public int passed() {
        return passed.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket near) {
        try (near;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            // The handshake is done by the first read; whoever turns away sends nothing.
            int first = near.getInputStream().read();
            if (first >= 0) {
                passed.incrementAndGet();
                far.getOutputStream().write(first);
                threads.execute(() -> pass(far, near));
                pass(near, far);
            }
        } catch (IOException gone) {
            // The near side has gone; what it made of that is for the test to see.
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // One of the two has gone.
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
