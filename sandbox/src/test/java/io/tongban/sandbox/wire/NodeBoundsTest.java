package io.tongban.sandbox.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bounds that would be in every other test's way, on a node of their own, behind a proxy that is trusted. */
@ExtendWith(RunningSandbox.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeBoundsTest {
    private static final int REFUSALS = 5;
    /** A quarter is one partner's: more than a registration, less than a padded one. */
    private static final int BODIES = 4 * 1024;

    private static final String PROXY = "127.0.0.1";
    private static final String NO_PROXY = "127.0.0.2";

    private final TestSandbox sandbox;
    private final Node node;

    NodeBoundsTest(TestSandbox sandbox) throws Exception {
        this.sandbox = sandbox;
        node = Node.of(
                sandbox.stack()
                        .startNode(
                                "bounds",
                                Map.of(
                                        "tongban.edge.body-budget",
                                        String.valueOf(BODIES),
                                        "tongban.limits.refusals-per-minute",
                                        String.valueOf(REFUSALS),
                                        "quarkus.http.proxy.proxy-address-forwarding",
                                        "true",
                                        "quarkus.http.proxy.allow-x-forwarded",
                                        "true",
                                        "quarkus.http.proxy.trusted-proxies",
                                        PROXY)),
                sandbox);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aBodyBeyondTheBudgetIsToldToComeAgainAndLeavesItsPlaceToOthers() {
        ByHand partner = node.partner("fengsong-delivery");
        String registration = sandbox.registration("44");
        String padded = registration + " ".repeat(BODIES / 4);
        String key = TestSandbox.key();
        long before = sandbox.count("select count(*) from idempotency");

        for (int i = 0; i < 8; i++) {
            Answer refused = node.wire().send(partner.post("/v1/workers", padded, key));
            assertThat(refused.text("code")).isEqualTo("unavailable");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.field("retry-after")).isEqualTo("1");
        }

        assertThat(sandbox.count("select count(*) from idempotency")).isEqualTo(before);
        assertThat(node.wire()
                        .send(partner.post("/v1/workers", registration, key))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoeverGuessesReceiptCodesIsSoonToldNothingAtAll() {
        // One comes back every few seconds.
        List<Integer> statuses = IntStream.rangeClosed(0, 2 * REFUSALS)
                .mapToObj(guess -> given().header("X-Forwarded-For", "198.51.100.50")
                        .get(node.process().base() + "/receipts/" + "0".repeat(18) + (10 + guess))
                        .statusCode())
                .toList();

        assertThat(statuses).startsWith(404).contains(429).containsOnly(404, 429);
    }

    @Test
    void refusalsAreCountedByTheAddressThatATrustedProxyNames() throws IOException {
        for (int i = 0; i < REFUSALS; i++) {
            assertThat(tokenless(PROXY, "198.51.100.1")).isEqualTo(401);
        }

        assertThat(tokenless(PROXY, "198.51.100.1")).isEqualTo(429);
        assertThat(tokenless(PROXY, "198.51.100.2")).isEqualTo(401);
        // What a caller wrote before the proxy added the address that it saw.
        assertThat(tokenless(PROXY, "198.51.100.77, 198.51.100.1")).isEqualTo(429);
    }

    @Test
    void whoIsNoProxyNamesNobodyElsesAddress() throws IOException {
        for (int i = 0; i < REFUSALS; i++) {
            assertThat(tokenless(NO_PROXY, "203.0.113." + i)).isEqualTo(401);
        }

        assertThat(tokenless(NO_PROXY, "203.0.113.99")).isEqualTo(429);
        assertThat(tokenless(PROXY, "203.0.113.99")).isEqualTo(401);
    }

    private int tokenless(String from, String forwarded) throws IOException {
        Call call = Call.of("GET", node.process().base(), "/v1/provinces", "").with("x-forwarded-for", forwarded);
        try (RawSocket socket = RawSocket.from(from, call.base())) {
            Answer answer = socket.write(RawSocket.head(call) + "connection: close\r\n\r\n")
                    .answer();
            return answer.status();
        }
    }
}
