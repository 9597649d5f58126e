package io.tongban.sdk.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshClientTest {
    private final AtomicLong now = new AtomicLong();
    private final FreshClient clients = new FreshClient(HttpClient::newHttpClient, now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void keepsAClientThatIsInUse() {
        HttpClient first = clients.current();
        pass(Duration.ofSeconds(50));
        assertThat(clients.current()).isSameAs(first);
        pass(Duration.ofSeconds(50));
        assertThat(clients.current()).isSameAs(first);
    }

    @Test
    void doesNotTrustAConnectionAfterAMinuteWithoutACall() {
        HttpClient first = clients.current();
        pass(Duration.ofSeconds(51));

        assertThat(clients.current()).isNotSameAs(first);
    }

    @Test
    void givesUpAClientOnce() {
        HttpClient silent = clients.current();
        clients.giveUp(silent);
        HttpClient next = clients.current();
        // A second call that timed out on the old one.
        clients.giveUp(silent);

        assertThat(next).isNotSameAs(silent);
        assertThat(clients.current()).isSameAs(next);
    }
}
