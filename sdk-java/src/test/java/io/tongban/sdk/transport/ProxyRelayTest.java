package io.tongban.sdk.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sdk.farside.TestProxy;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProxyRelayTest {
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("relay-test"));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static String statusLine(ProxyRelay relay, String authorization) throws IOException {
        try (Socket socket =
                new Socket(relay.address().getAddress(), relay.address().getPort())) {
            socket.getOutputStream().write(ConnectHead.request("127.0.0.1:9", authorization));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void opensNoTunnelForSomeoneElseOnThisMachine() throws Exception {
        try (TestProxy proxy = TestProxy.open("user", "secret");
                ProxyRelay relay = ProxyRelay.open(
                        ProxySettings.of("127.0.0.1", proxy.port(), "user", "secret".toCharArray()),
                        Duration.ofSeconds(5),
                        threads)) {
            assertThat(statusLine(relay, "")).contains(" 403 ");
            assertThat(statusLine(relay, "Basic dXNlcjpzZWNyZXQ=")).contains(" 403 ");
            assertThat(statusLine(relay, relay.authorization() + "x")).contains(" 403 ");
            assertThat(proxy.firstLines()).isEmpty();

            assertThat(relay.address().getAddress().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    @Timeout(30)
    void listensNoLongerOnceItIsClosed() throws Exception {
        ProxyRelay relay = ProxyRelay.open(ProxySettings.of("127.0.0.1", 9), Duration.ofSeconds(5), threads);
        assertThat(relayIsOpen(relay)).isTrue();
        relay.close();

        // The system keeps the port until the thread that waits on it has woken.
        while (relayIsOpen(relay)) {
            Thread.onSpinWait();
        }
    }

    private static boolean relayIsOpen(ProxyRelay relay) {
        try (Socket socket =
                new Socket(relay.address().getAddress(), relay.address().getPort())) {
            // Where nobody listens, a socket that was given that very port by chance reaches itself.
            return socket.getLocalPort() != socket.getPort();
        } catch (IOException refused) {
            return false;
        }
    }
}
