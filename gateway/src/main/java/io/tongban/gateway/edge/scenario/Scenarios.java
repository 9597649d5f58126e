package io.tongban.gateway.edge.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tongban.api.Headers;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.edge.PlayedScenarios;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.tongban.signature.ContentDigest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays the scenario that an admitted request asks for: before it is done, or on its answer. */
@ApplicationScoped
public class Scenarios implements PlayedScenarios {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int MOST_PLAYED = 10_000;

    private final boolean enabled;
    /** How often a request met a scenario already. */
    private final Cache<Met, AtomicInteger> played = Caffeine.newBuilder()
            .maximumSize(MOST_PLAYED)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private final ProvinceScenarios provinces;

    /** @param same digest of the scenario and of what makes a request the same */
    private record Met(String clientId, String same) {}

    Scenarios(ScenarioConfig config, ProvinceScenarios provinces) {
        this.enabled = config.enabled();
        this.provinces = provinces;
    }

    /** None where this is no sandbox. */
    List<EdgeScenario> atTheEdge() {
        return enabled ? List.of(EdgeScenario.values()) : List.of();
    }

    /** None where the provinces are no simulators. */
    List<ProvinceScenario> atProvinces() {
        return provinces.areOffered() ? List.of(ProvinceScenario.values()) : List.of();
    }

    /**
     * @param clientId of the partner whose signature was verified
     * @throws ProblemException scenario-not-offered, scenario-unknown, or what the scenario refuses with
     */
    public void play(RoutingContext context, ReceivedRequest request, String clientId) {
        List<String> asked = request.message().fields().values(Headers.SCENARIO);
        if (asked.isEmpty()) {
            return;
        }
        if (!enabled) {
            throw new ProblemException(ProblemType.SCENARIO_NOT_OFFERED).inParameter(Headers.SCENARIO);
        }
        String name = String.join(",", asked).strip();
        Optional<ProvinceScenario> atProvince = ProvinceScenario.named(name).filter(any -> provinces.areOffered());
        if (atProvince.isPresent()) {
            forOrder(context, request, atProvince.get());
            return;
        }
        EdgeScenario scenario = EdgeScenario.named(name)
                .orElseThrow(() -> new ProblemException(ProblemType.SCENARIO_UNKNOWN).inParameter(Headers.SCENARIO));
        meet(context, request, clientId, scenario);
    }

    private static void forOrder(RoutingContext context, ReceivedRequest request, ProvinceScenario scenario) {
        String operation = request.message().method() + " " + request.target().split("\\?", 2)[0];
        if (!scenario.operations().contains(operation)) {
            throw new ProblemException(
                            ProblemType.SCENARIO_NOT_OFFERED,
                            scenario.wireName() + " is for " + String.join(" and ", scenario.operations()))
                    .inParameter(Headers.SCENARIO);
        }
        scenario.keepIn(context);
    }

    private void meet(RoutingContext context, ReceivedRequest request, String clientId, EdgeScenario scenario) {
        if (timesMet(scenario, request, clientId) > scenario.times()) {
            return;
        }
        scenario.keepIn(context);
        switch (scenario) {
            case RATE_LIMITED -> throw new ProblemException(ProblemType.RATE_LIMITED).retryAfter(RETRY_AFTER);
            case UNAVAILABLE_THEN_OK -> throw new ProblemException(ProblemType.UNAVAILABLE).retryAfter(RETRY_AFTER);
            case LOST_ANSWER, BAD_ANSWER_SIGNATURE -> {
                // On its answer.
            }
        }
    }

    private int timesMet(EdgeScenario scenario, ReceivedRequest request, String clientId) {
        String same = String.join(
                "\n",
                scenario.name(),
                request.message().method(),
                request.target(),
                String.join(",", request.message().fields().values(Headers.IDEMPOTENCY_KEY)));
        return played.get(new Met(clientId, ContentDigest.of(same.getBytes(UTF_8))), first -> new AtomicInteger())
                .incrementAndGet();
    }

    /** By name, what this exchange met; none where it only asked for it. */
    public static Optional<String> metIn(RoutingContext context) {
        return EdgeScenario.in(context)
                .map(EdgeScenario::wireName)
                .or(() -> ProvinceScenario.in(context).map(ProvinceScenario::wireName));
    }

    @Override
    public void startAgain(String clientId) {
        played.asMap().keySet().removeIf(met -> met.clientId().equals(clientId));
    }

    /** The fields of an answer as they leave: as they are, or with a signature that does not hold. */
    public static Map<String, String> signed(RoutingContext context, Map<String, String> fields) {
        if (!EdgeScenario.BAD_ANSWER_SIGNATURE.isIn(context)) {
            return fields;
        }
        Map<String, String> spoiled = new TreeMap<>(fields);
        spoiled.computeIfPresent("Signature", (name, value) -> {
            int last = value.length() - 10;
            char other = value.charAt(last) == 'A' ? 'B' : 'A';
            return value.substring(0, last) + other + value.substring(last + 1);
        });
        return spoiled;
    }

    /** Cuts the stream, or the connection, of an answer that is to be lost, and returns once nothing more can leave. */
    public static boolean lost(RoutingContext context) {
        if (!EdgeScenario.LOST_ANSWER.isIn(context)) {
            return false;
        }
        if (context.request().version() == HttpVersion.HTTP_2) {
            return context.response().reset();
        }
        // A close that is only begun lets an answer out that is written right behind it.
        return context.request()
                .connection()
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(1, TimeUnit.SECONDS)
                .handle((closed, failed) -> true)
                .join();
    }
}
