package io.tongban.sandbox.wire;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.tongban.sandbox.launcher.GatewayProcess;
import java.time.Duration;

/** One node of the gateway beside the first, as tests speak to it. */
record Node(GatewayProcess process, TestSandbox sandbox, Wire wire) implements AutoCloseable {
    private static final RestAssuredConfig PATIENT = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", (int)
                    Duration.ofSeconds(20).toMillis()));

    static Node of(GatewayProcess process, TestSandbox sandbox) {
        return new Node(process, sandbox, new Wire(process.base(), RestAssuredCarrier.clear()));
    }

    ByHand partner(String clientId) {
        return new ByHand(
                process.base(),
                sandbox.stack().partnerKey(clientId),
                () -> sandbox.tokens().of(clientId));
    }

    /** One that comes over TLS. */
    ByHand securePartner(String clientId) {
        return new ByHand(
                process.secureBase(),
                sandbox.stack().partnerKey(clientId),
                () -> sandbox.tokens().of(clientId));
    }

    /** Status and time of a health check, {@code ready} or {@code live}. */
    Timed health(String kind) {
        long begin = System.nanoTime();
        int status = given().config(PATIENT).get(process.health(kind)).statusCode();
        return new Timed(status, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** An answer's status, and how long it took. */
    record Timed(int status, Duration took) {}

    @Override
    public void close() {
        process.close();
    }
}
