package io.tongban.sdk.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sdk.transport.Transport;
import io.tongban.sdk.transport.TransportException;
import io.tongban.sdk.transport.TransportException.Failure;
import io.tongban.sdk.transport.TransportRequest;
import io.tongban.sdk.transport.TransportResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The way to the fake: no socket, and losses where the test wants them. */
final class FakeTransport implements Transport {
    private final FakeClock clock;
    private final Realm realm;
    private final Seal seal;
    private final FakeGateway gateway;
    private final Faults faults;

    FakeTransport(FakeClock clock, Realm realm, Seal seal, FakeGateway gateway, Faults faults) {
        this.clock = clock;
        this.realm = realm;
        this.seal = seal;
        this.gateway = gateway;
        this.faults = faults;
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request) {
        synchronized (clock) {
            clock.catchUp();
            if (request.uri().toString().startsWith(Realm.ISSUER)) {
                return CompletableFuture.completedFuture(realm.token(request.body()));
            }
            if (request.uri().getPath().equals("/.well-known/jwks.json")) {
                return CompletableFuture.completedFuture(keys());
            }
            return answered(request, faults.draw());
        }
    }

    private TransportResponse keys() {
        Map<String, List<String>> fields =
                Map.of("Content-Type", List.of("application/json"), "Cache-Control", List.of("max-age=300"));
        return new TransportResponse(200, fields, seal.published().getBytes(UTF_8));
    }

    private CompletableFuture<TransportResponse> answered(TransportRequest request, Optional<Faults.Fault> fault) {
        if (fault.isEmpty()) {
            return CompletableFuture.completedFuture(gateway.answer(request, null));
        }
        if (fault.get() instanceof Faults.Refusal refusal) {
            return CompletableFuture.completedFuture(
                    gateway.answer(request, Refused.later(refusal.type(), refusal.retryAfter())));
        }
        if (fault.get() instanceof Faults.Between between) {
            return CompletableFuture.completedFuture(
                    new TransportResponse(between.status(), Map.of("Content-Type", List.of("text/html")), new byte[0]));
        }
        if (fault.get() instanceof Faults.AnswerLost) {
            gateway.answer(request, null);
        }
        return CompletableFuture.failedFuture(
                new TransportException(Failure.TIMED_OUT, "The fake lost it, as the test wanted", null));
    }
}
