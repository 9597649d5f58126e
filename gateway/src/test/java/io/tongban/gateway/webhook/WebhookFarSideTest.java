package io.tongban.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.outbox.Latches;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.signature.Signer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookFarSideTest {
    private static final byte[] BODY = "{}".getBytes();

    private final Receiver receiver = new Receiver();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() {
        over.countDown();
        receiver.close();
    }

    @Test
    void aFarSideThatNeverAnswersIsATimeout() {
        receiver.answer(exchange -> Latches.await(over));
        assertThat(sender("PT0.2S").send(receiver.url("/"), BODY)).isEqualTo("timeout");
    }

    @Test
    void aFarSideWhoseAnswerNeverEndsIsATimeout() {
        receiver.answer(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            Latches.await(over);
        });
        assertThat(sender("PT0.5S").send(receiver.url("/"), BODY)).isEqualTo("timeout");
    }

    @Test
    void aLongAnswerIsCutOffAndCounts() {
        receiver.answer(this::pourForEver);
        assertThat(sender("PT20S").send(receiver.url("/"), BODY)).isEqualTo("delivered");
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.answer(exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", receiver.url("/inside").toString());
            exchange.sendResponseHeaders(307, -1);
        });
        assertThat(sender("PT20S").send(receiver.url("/"), BODY)).isEqualTo("status-3xx");
        assertThat(receiver.calls).hasSize(1);
    }

    @Test
    void aClosedPortIsAFailedConnection() {
        // One that no other test and no outgoing connection is given.
        assertThat(sender("PT20S").send(URI.create("http://127.0.0.1:1/"), BODY))
                .isEqualTo("connection");
    }

    @Test
    void aNameThatMovedInsideIsNotCalled() {
        WebhookConfig strict = Settings.of(WebhookConfig.class, Map.of());
        Signer signer = Signer.of(WebhookBench.KEY);
        WebhookSender sender =
                new WebhookSender(new TargetRules(strict), () -> signer, Clock.tickMillis(ClockConfig.ZONE), strict);
        URI moved = URI.create("https://localhost:" + receiver.url("/").getPort() + "/");
        assertThat(sender.send(moved, BODY)).isEqualTo("refused-target");
        assertThat(receiver.calls).isEmpty();
    }

    private void pourForEver(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (over.getCount() > 0) {
                out.write(new byte[8192]);
            }
        }
    }

    private static WebhookSender sender(String timeout) {
        WebhookConfig config = Settings.of(
                WebhookConfig.class,
                Map.of("tongban.webhook.allow-private-targets", "true", "tongban.webhook.call-timeout", timeout));
        Signer signer = Signer.of(WebhookBench.KEY);
        return new WebhookSender(new TargetRules(config), () -> signer, Clock.tickMillis(ClockConfig.ZONE), config);
    }
}
