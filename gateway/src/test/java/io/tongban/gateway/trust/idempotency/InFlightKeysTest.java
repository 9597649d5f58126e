package io.tongban.gateway.trust.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InFlightKeysTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static EffectKey key(String client, String key) {
        return new EffectKey(client, key, new byte[32]);
    }

    @Test
    void turnsAwayAtOnceWhenTooManyWait() {
        InFlightKeys inFlight = new InFlightKeys(0, LONG);
        try (InFlightKeys.Release first = inFlight.begin(key("a", "k")).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(inFlight.begin(key("a", "k"))).isEmpty();
        }
    }

    @Test
    void keepsNobodyFromAnotherKey() {
        InFlightKeys inFlight = new InFlightKeys(0, LONG);
        try (InFlightKeys.Release first = inFlight.begin(key("a", "k")).orElseThrow();
                InFlightKeys.Release second = inFlight.begin(key("a", "l")).orElseThrow();
                InFlightKeys.Release third = inFlight.begin(key("b", "k")).orElseThrow()) {
            assertThat(first).isNotSameAs(second).isNotSameAs(third);
        }
    }

    @Test
    void letsTheNextGoWhenTheFirstHasLanded() {
        InFlightKeys inFlight = new InFlightKeys(1, LONG);
        InFlightKeys.Release first = inFlight.begin(key("a", "k")).orElseThrow();
        CompletableFuture<Boolean> next = CompletableFuture.supplyAsync(() -> {
            try (InFlightKeys.Release second = inFlight.begin(key("a", "k")).orElseThrow()) {
                return second != null;
            }
        });
        first.close();
        assertThat(next.join()).isTrue();
    }

    @Test
    void losesPatience() {
        InFlightKeys inFlight = new InFlightKeys(1, Duration.ofMillis(20));
        try (InFlightKeys.Release first = inFlight.begin(key("a", "k")).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(inFlight.begin(key("a", "k"))).isEmpty();
        }
    }
}
