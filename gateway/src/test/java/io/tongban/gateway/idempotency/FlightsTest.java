package io.tongban.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static EffectKey key(String client, String key) {
        return new EffectKey(client, key, new byte[32]);
    }

    @Test
    void turnsAwayAtOnceWhenTooManyWait() {
        Flights flights = new Flights(0, LONG);
        try (Flights.Landing first = flights.begin(key("a", "k")).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(flights.begin(key("a", "k"))).isEmpty();
        }
    }

    @Test
    void keepsNobodyFromAnotherKey() {
        Flights flights = new Flights(0, LONG);
        try (Flights.Landing first = flights.begin(key("a", "k")).orElseThrow();
                Flights.Landing second = flights.begin(key("a", "l")).orElseThrow();
                Flights.Landing third = flights.begin(key("b", "k")).orElseThrow()) {
            assertThat(first).isNotSameAs(second).isNotSameAs(third);
        }
    }

    @Test
    void letsTheNextGoWhenTheFirstHasLanded() {
        Flights flights = new Flights(1, LONG);
        Flights.Landing first = flights.begin(key("a", "k")).orElseThrow();
        CompletableFuture<Boolean> next = CompletableFuture.supplyAsync(() -> {
            try (Flights.Landing second = flights.begin(key("a", "k")).orElseThrow()) {
                return second != null;
            }
        });
        first.close();
        assertThat(next.join()).isTrue();
    }

    @Test
    void losesPatience() {
        Flights flights = new Flights(1, Duration.ofMillis(20));
        try (Flights.Landing first = flights.begin(key("a", "k")).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(flights.begin(key("a", "k"))).isEmpty();
        }
    }
}
