package io.tongban.sandbox.demo;

import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.population.Platform;
import io.tongban.sdk.TongbanBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;

/**
 * How a platform of the demo reaches the gateway: the deliveries over TLS, the rides in clear text.
 *
 * @param spoken what was negotiated
 */
record Road(URI gateway, SSLContext trust, String spoken) {
    private static final String OVER_TLS = "fengsong-delivery";
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    /** Looks once what the gateway and a client of this JVM agree upon, for the demo's table. */
    static Road of(Platform platform, SandboxStack stack) throws IOException, InterruptedException {
        URI gateway = platform.clientId().equals(OVER_TLS) ? stack.httpsGateway() : stack.gateway();
        SSLContext trust = stack.authority().clientContext();
        HttpRequest keys = HttpRequest.newBuilder(gateway.resolve("/.well-known/jwks.json"))
                .timeout(AT_MOST)
                .build();
        HttpClient client = HttpClient.newBuilder().sslContext(trust).build();
        return new Road(gateway, trust, spoken(client.send(keys, BodyHandlers.discarding())));
    }

    private static String spoken(HttpResponse<?> answer) {
        String version = answer.version() == HttpClient.Version.HTTP_2 ? "h2" : "http/1.1";
        return answer.sslSession().map(SSLSession::getProtocol).orElse("clear") + " " + version;
    }

    TongbanBuilder taken(TongbanBuilder client) {
        return client.baseUrl(gateway).sslContext(trust).allowPlainHttp();
    }
}
