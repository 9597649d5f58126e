package io.tongban.sdk.farside.h2;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** TLS with ALPN {@code h2} on the loopback address, each connection on a thread of its own. */
public final class H2Server implements AutoCloseable {
    private final SSLServerSocket door;
    private final Behaviour behaviour;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<SSLSocket> open = ConcurrentHashMap.newKeySet();

    /** What one connection does, by its number, the first being 1. */
    public interface Behaviour {
        H2Connection.Requests of(int connection);
    }

    private H2Server(SSLServerSocket door, Behaviour behaviour) {
        this.door = door;
        this.behaviour = behaviour;
    }

    public static H2Server open(SSLContext tls, Behaviour behaviour) {
        try {
            SSLServerSocket door = (SSLServerSocket)
                    tls.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
            SSLParameters parameters = door.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            door.setSSLParameters(parameters);
            H2Server server = new H2Server(door, behaviour);
            start("h2-door", server::accept);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri() {
        return URI.create("https://127.0.0.1:" + door.getLocalPort());
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                SSLSocket socket = (SSLSocket) door.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                start("h2-" + number, () -> serve(socket, behaviour.of(number)));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void serve(SSLSocket socket, H2Connection.Requests requests) {
        try (socket) {
            socket.startHandshake();
            new H2Connection(socket).serve(requests);
        } catch (IOException ended) {
            // Either side may hang up.
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (SSLSocket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
