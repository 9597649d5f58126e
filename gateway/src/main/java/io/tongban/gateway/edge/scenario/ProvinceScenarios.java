package io.tongban.gateway.edge.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.api.Headers;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.delivery.province.SerialListener;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.ProvinceCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a simulated province which scenario to play for a serial, before the order that bears it is committed and so before
 * it can arrive there. An order that is rolled back leaves an announcement that nothing comes of.
 */
@ApplicationScoped
class ProvinceScenarios implements SerialListener {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Optional<URI> provinces;
    private final CurrentVertxRequest request;
    /** None in production, where a client of this kind would hold a thread for nothing. */
    private final Optional<HttpClient> client;

    ProvinceScenarios(ScenarioConfig config, CurrentVertxRequest request) {
        this.provinces = config.enabled() ? config.provinces() : Optional.empty();
        this.client = provinces.map(
                any -> HttpClient.newBuilder().connectTimeout(CONNECT).build());
        this.request = request;
    }

    /** Whether there are provinces that play. */
    boolean areOffered() {
        return provinces.isPresent();
    }

    @Override
    public void given(String serial, ProvinceCode province) {
        if (provinces.isEmpty() || !Arc.container().requestContext().isActive()) {
            return;
        }
        @Nullable RoutingContext context = request.getCurrent();
        Optional<ProvinceScenario> asked = Optional.ofNullable(context).flatMap(ProvinceScenario::in);
        asked.ifPresent(scenario -> announce(provinces.get(), serial, province, scenario));
    }

    private void announce(URI to, String serial, ProvinceCode province, ProvinceScenario scenario) {
        String order = "{\"serial\":\"" + serial + "\",\"scenario\":\"" + scenario.wireName() + "\"}";
        int status = send(HttpRequest.newBuilder(to.resolve("/provinces/" + province.value() + "/scenarios"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order, UTF_8))
                .build());
        if (status == 404 || status == 409) {
            throw new ProblemException(
                            ProblemType.SCENARIO_NOT_OFFERED,
                            "Province " + province.value() + " cannot play " + scenario.wireName())
                    .inParameter(Headers.SCENARIO);
        }
        if (status != 200) {
            throw new ProblemException(ProblemType.UNAVAILABLE).retryAfter(RETRY_AFTER);
        }
    }

    private int send(HttpRequest announcement) {
        try {
            return client.orElseThrow()
                    .send(announcement, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failed) {
            throw new ProblemException(ProblemType.UNAVAILABLE).retryAfter(RETRY_AFTER);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE).retryAfter(RETRY_AFTER);
        }
    }
}
