package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.delivery.CircuitBreaker.State;
import io.tongban.province.nearside.Passing;
import io.tongban.province.profile.CircuitBreakerSettings;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final Passing time = new Passing();
    private final CircuitBreaker breaker = breaker(0);

    /** @param share of the jitter that chance adds, 0 to 1 */
    private CircuitBreaker breaker(double share) {
        long draw = (long) (share * 0x1.0p53) << 11;
        return new CircuitBreaker("51", new CircuitBreakerSettings(3, PAUSE), time, () -> draw);
    }

    @Test
    void opensAfterSoManyFailuresInARow() {
        call(Verdict.FAILED);
        call(Verdict.FAILED);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(breaker.rest()).isZero();

        call(Verdict.FAILED);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(breaker.rest()).isEqualTo(PAUSE);
        assertThat(breaker.enter()).isEqualTo(CircuitBreaker.CIRCUIT_OPEN);
    }

    @Test
    void beginsToCountAnewAfterAnAnswer() {
        call(Verdict.FAILED);
        call(Verdict.FAILED);
        call(Verdict.REACHED);
        call(Verdict.FAILED);
        call(Verdict.FAILED);

        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void takesACallThatWasNotMadeForNeither() {
        call(Verdict.FAILED);
        call(Verdict.FAILED);
        call(Verdict.NEITHER);
        call(Verdict.FAILED);

        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void letsOneCallAtATimeTryAfterThePause() {
        open();
        time.pass(PAUSE.minusNanos(1));
        assertThat(breaker.enter()).isEqualTo(CircuitBreaker.CIRCUIT_OPEN);

        time.pass(Duration.ofNanos(1));
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        assertThat(breaker.rest()).isZero();
        long first = breaker.enter();
        assertThat(first).isNotEqualTo(CircuitBreaker.CIRCUIT_OPEN);
        assertThat(breaker.enter()).isEqualTo(CircuitBreaker.CIRCUIT_OPEN);
        assertThat(breaker.rest()).isPositive();

        breaker.leave(first, Verdict.NEITHER);
        assertThat(breaker.enter()).isNotEqualTo(CircuitBreaker.CIRCUIT_OPEN);
    }

    @Test
    void closesWhenTheTryIsAnswered() {
        open();
        time.pass(PAUSE);
        call(Verdict.REACHED);

        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        open();
        assertThat(breaker.rest()).isEqualTo(PAUSE);
    }

    @Test
    void doublesThePauseUpToEightTimes() {
        open();
        assertThat(LongStream.of(2, 4, 8, 8, 8)).allSatisfy(factor -> {
            time.pass(breaker.rest());
            call(Verdict.FAILED);
            assertThat(breaker.rest()).isEqualTo(PAUSE.multipliedBy(factor));
        });
    }

    @Test
    void addsUpToAQuarterByChance() {
        CircuitBreaker late = breaker(0.5);
        for (int call = 0; call < 3; call++) {
            late.leave(late.enter(), Verdict.FAILED);
        }

        assertThat(late.rest()).isEqualTo(PAUSE.plus(PAUSE.dividedBy(8)));
    }

    @Test
    void learnsNothingFromCallsThatBeganBeforeItOpened() {
        long before = breaker.enter();
        long alsoBefore = breaker.enter();
        open();
        breaker.leave(before, Verdict.REACHED);
        assertThat(breaker.state()).isEqualTo(State.OPEN);

        time.pass(PAUSE);
        call(Verdict.REACHED);
        call(Verdict.FAILED);
        call(Verdict.FAILED);
        breaker.leave(alsoBefore, Verdict.FAILED);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    private void open() {
        for (int call = 0; call < 3; call++) {
            call(Verdict.FAILED);
        }
    }

    private void call(Verdict verdict) {
        breaker.leave(breaker.enter(), verdict);
    }
}
