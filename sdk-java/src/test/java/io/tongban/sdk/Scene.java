package io.tongban.sdk;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.sdk.farside.FarSide;
import io.tongban.sdk.farside.GatewayEndpoint;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A far side, and partners that know it. Pauses take no time: they move the clock. */
final class Scene implements AutoCloseable {
    static final String CLIENT_ID = "fengsong-delivery";

    private final MutableClock clock = new MutableClock();
    private final FarSide farSide = FarSide.open(clock);
    private final List<Duration> sleeper = new CopyOnWriteArrayList<>();
    private final List<Tongban> clients = new CopyOnWriteArrayList<>();

    Tongban client() {
        return build(builder(CLIENT_ID, Keys.p256(CLIENT_ID + "-1")));
    }

    TongbanBuilder builder() {
        return builder(CLIENT_ID, Keys.p256(CLIENT_ID + "-1"));
    }

    TongbanBuilder builder(String clientId, JWK key) {
        farSide.tokens().register(clientId, key);
        return Tongban.builder()
                .baseUrl(farSide.baseUrl())
                .issuer(farSide.issuer())
                .clientId(clientId)
                .privateKeyJwk(key.toJSONString())
                .clock(clock)
                .sleeper(this::pause);
    }

    Tongban build(TongbanBuilder builder) {
        Tongban client = builder.build();
        clients.add(client);
        return client;
    }

    private CompletableFuture<Void> pause(Duration length) {
        sleeper.add(length);
        clock.advance(length);
        return CompletableFuture.completedFuture(null);
    }

    MutableClock clock() {
        return clock;
    }

    FarSide farSide() {
        return farSide;
    }

    GatewayEndpoint gateway() {
        return farSide.gateway();
    }

    /** How long was waited between tries and between polls. */
    List<Duration> sleeper() {
        return sleeper;
    }

    @Override
    public void close() {
        clients.forEach(Tongban::close);
        farSide.close();
    }
}
