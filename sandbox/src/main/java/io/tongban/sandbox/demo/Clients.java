package io.tongban.sandbox.demo;

import static java.util.Objects.requireNonNull;

import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.population.Platform;
import io.tongban.sandbox.population.Population;
import io.tongban.sdk.Tongban;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Each platform's SDK client, in one JVM, and the place where its events arrive. */
final class Clients implements AutoCloseable {
    private final Map<String, Tongban> clients = new TreeMap<>();
    private final List<EventReceiver> receivers = new ArrayList<>();

    private final Map<String, String> spoken = new TreeMap<>();

    private Clients() {}

    static Clients of(SandboxStack stack) throws IOException, InterruptedException {
        Clients all = new Clients();
        for (Platform platform : Population.platforms()) {
            Road road = Road.of(platform, stack);
            all.spoken.put(platform.clientId(), road.spoken());
            Tongban client = client(road, platform, stack);
            all.clients.put(platform.clientId(), client);
            all.receivers.add(EventReceiver.start(client));
        }
        return all;
    }

    static Tongban client(Platform platform, SandboxStack stack) throws IOException, InterruptedException {
        return client(Road.of(platform, stack), platform, stack);
    }

    private static Tongban client(Road road, Platform platform, SandboxStack stack) {
        return road.taken(Tongban.builder())
                .issuer(stack.keycloak().issuer("tongban"))
                .clientId(platform.clientId())
                .privateKeyJwk(stack.partnerKey(platform.clientId()).toJSONString())
                .requestTimeout(Duration.ofSeconds(15))
                .build();
    }

    /** Of whoever is no platform, on the shortest way. */
    static Tongban client(String clientId, SandboxStack stack) {
        return Tongban.builder()
                .baseUrl(stack.gateway())
                .issuer(stack.keycloak().issuer("tongban"))
                .clientId(clientId)
                .privateKeyJwk(stack.partnerKey(clientId).toJSONString())
                .build();
    }

    Tongban of(Platform platform) {
        return requireNonNull(clients.get(platform.clientId()), platform.clientId());
    }

    /** What the platform and the gateway agreed to speak. */
    String spokenBy(Platform platform) {
        return requireNonNull(spoken.get(platform.clientId()), platform.clientId());
    }

    /** Waits until the outcome of every withholding was told, or a while is over: events are a courtesy, not the truth. */
    void awaitEvents(List<Journey> journeys) throws InterruptedException {
        long due =
                journeys.stream().filter(journey -> journey.withholding != null).count();
        for (int tries = 0; tries < 40 && outcomes() < due; tries++) {
            Thread.sleep(250);
        }
    }

    long events() {
        return receivers.stream().mapToLong(EventReceiver::received).sum();
    }

    private long outcomes() {
        return receivers.stream().mapToLong(EventReceiver::outcomes).sum();
    }

    @Override
    public void close() {
        receivers.forEach(EventReceiver::close);
        clients.values().forEach(Tongban::close);
    }
}
