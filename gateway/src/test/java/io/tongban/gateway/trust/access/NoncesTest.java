package io.tongban.gateway.trust.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoncesTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:00:00Z"));
    private final Nonces nonces = new Nonces(clock);

    @Test
    void acceptsANonceOnce() {
        assertThat(nonces.accept("a", "k", "n")).isTrue();
        assertThat(nonces.accept("a", "k", "n")).isFalse();
    }

    @Test
    void keepsPartnersAndKeysApart() {
        assertThat(nonces.accept("a", "k", "n")).isTrue();
        assertThat(nonces.accept("b", "k", "n")).isTrue();
        assertThat(nonces.accept("a", "l", "n")).isTrue();
        assertThat(nonces.accept("a", "k", "m")).isTrue();
    }

    @Test
    void remembersForAsLongAsTheSignatureCouldBeFresh() {
        nonces.accept("a", "k", "n");
        clock.advance(Duration.ofSeconds(66));
        assertThat(nonces.accept("a", "k", "n")).isFalse();
    }
}
