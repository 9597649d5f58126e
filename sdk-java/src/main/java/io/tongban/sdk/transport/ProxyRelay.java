package io.tongban.sdk.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * Opens tunnels through a proxy that wants a password. Listens on the loopback address alone and serves only who knows
 * a random word, so that no one else on this machine can use the proxy by it.
 */
final class ProxyRelay implements AutoCloseable {
    private final ProxySettings proxy;
    private final int timeoutMillis;
    private final ExecutorService threads;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final String word;

    private ProxyRelay(ProxySettings proxy, int timeoutMillis, ExecutorService threads, ServerSocket door) {
        this.proxy = proxy;
        this.timeoutMillis = timeoutMillis;
        this.threads = threads;
        this.door = door;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.word = "Relay " + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    static ProxyRelay open(ProxySettings proxy, Duration timeout, ExecutorService threads) {
        try {
            ServerSocket door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            ProxyRelay relay = new ProxyRelay(proxy, Math.toIntExact(timeout.toMillis()), threads, door);
            threads.execute(relay::accept);
            return relay;
        } catch (IOException failure) {
            throw new UncheckedIOException("No loopback port for the proxy", failure);
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) door.getLocalSocketAddress();
    }

    /** Not of a scheme that java.net.http takes out. */
    String authorization() {
        return word;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket()) {
            open.add(upstream);
            client.setSoTimeout(timeoutMillis);
            ConnectHead asked = ConnectHead.read(client.getInputStream());
            String status = isKnown(asked) ? connect(asked.target(), upstream) : "403";
            client.getOutputStream().write(ConnectHead.answer(status));
            if (status.equals("200")) {
                client.setSoTimeout(0);
                upstream.setSoTimeout(0);
                threads.execute(() -> pour(upstream, client));
                pour(client, upstream);
            }
            open.remove(upstream);
        } catch (IOException broken) {
            // The client sees its connection closed, which says all there is to say.
        } finally {
            open.remove(client);
        }
    }

    private boolean isKnown(ConnectHead asked) {
        return MessageDigest.isEqual(asked.authorization().getBytes(US_ASCII), word.getBytes(US_ASCII));
    }

    private String connect(String target, Socket upstream) throws IOException {
        try {
            upstream.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeoutMillis);
        } catch (IOException unreachable) {
            return "502";
        }
        upstream.setSoTimeout(timeoutMillis);
        upstream.getOutputStream()
                .write(ConnectHead.request(target, proxy.authorization().orElse("")));
        return ConnectHead.read(upstream.getInputStream()).target();
    }

    private static void pour(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // One side hung up; closing both tells the other.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException already) {
            // Closed is what was wanted.
        }
    }
}
