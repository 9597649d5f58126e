package io.tongban.gateway.trust.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.SettableClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
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

    @Test
    void readFewAtOnceAndTheRestEvenlyOverTheMinute() {
        Strangers many = new Strangers(new Limits(0, 600), clock);

        assertThat(read(many, 1_000)).isEqualTo(60);
        clock.advance(Duration.ofSeconds(1));
        assertThat(read(many, 1_000)).isEqualTo(10);
        assertThatThrownBy(() -> many.read(HERE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1)));
    }

    private static long read(Strangers strangers, int times) {
        return IntStream.range(0, times).filter(i -> isRead(strangers)).count();
    }

    private static boolean isRead(Strangers strangers) {
        try {
            strangers.read(HERE);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void areToldWhenTheNextMayCome() {
        strangers.count(HERE);
        strangers.count(HERE);
        assertThat(strangers.tooMany().retryAfter()).contains(Duration.ofSeconds(30));

        clock.advance(Duration.ofSeconds(30));

        assertThat(strangers.mayTry(HERE, "Bearer a")).isTrue();
        strangers.count(HERE);
        assertThat(strangers.mayTry(HERE, "Bearer a")).isFalse();
    }
}
