package io.tongban.gateway.trust.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.testing.SettableClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StrangersTest {
    /** Of one network of IPv6, which is one caller. */
    private static final InetAddress HERE = address("2001:db8::1");

    private static final InetAddress HERE_AGAIN = address("2001:db8::2");
    private static final InetAddress THERE = address("192.0.2.2");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:00:15Z"));
    private final Strangers strangers = new Strangers(new Limits(0, 2), clock);

    @Test
    void mayTryUntilTheAddressWasRefusedTooOften() {
        strangers.count(HERE);
        assertThat(strangers.mayTry(HERE, "Bearer a")).isTrue();
        strangers.count(HERE);
        assertThat(strangers.mayTry(HERE_AGAIN, "Bearer a")).isFalse();
        assertThat(strangers.mayTry(THERE, "Bearer a")).isTrue();
    }

    @Test
    void passWithATokenThatWasGoodBefore() {
        strangers.welcome("Bearer good");
        strangers.count(HERE);
        strangers.count(HERE);

        assertThat(strangers.mayTry(HERE, "Bearer good")).isTrue();
        assertThat(strangers.mayTry(HERE, "Bearer other")).isFalse();
        assertThat(strangers.mayTry(HERE, "")).isFalse();
    }

    @Test
    void readWhatIsOpenSoOftenAndNoMore() {
        strangers.read(HERE);
        strangers.read(HERE_AGAIN);

        assertThatThrownBy(() -> strangers.read(HERE)).hasMessage("rate-limited");
        strangers.read(THERE);
        assertThat(strangers.mayTry(HERE, "Bearer a")).isTrue();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void areToldWhenTheWindowEnds() {
        assertThat(strangers.tooMany().retryAfter()).contains(Duration.ofSeconds(45));
        strangers.count(HERE);
        strangers.count(HERE);

        clock.advance(Duration.ofSeconds(45));

        assertThat(strangers.mayTry(HERE, "Bearer a")).isTrue();
    }
}
