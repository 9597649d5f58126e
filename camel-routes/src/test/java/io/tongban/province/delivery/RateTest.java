package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.nearside.Passing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final long SECOND = 1_000_000_000;

    private final Passing time = new Passing();

    @Test
    void letsATenthPassAtOnceAndTheOthersEvenly() {
        Rate rate = new Rate(20, time);

        assertThat(List.of(rate.take(SECOND), rate.take(SECOND), rate.take(SECOND), rate.take(SECOND)))
                .containsExactly(0L, 0L, SECOND / 20, SECOND / 10);
    }

    @Test
    void takesNoTurnForWhoWillNotWaitSoLong() {
        Rate rate = new Rate(1, time);
        assertThat(rate.take(0)).isZero();

        assertThat(rate.take(SECOND - 1)).isEqualTo(-1);
        assertThat(rate.take(SECOND - 1)).isEqualTo(-1);
        assertThat(rate.take(SECOND)).isEqualTo(SECOND);
    }

    @Test
    void savesNothingUpInQuietTimes() {
        Rate rate = new Rate(10, time);
        time.pass(Duration.ofHours(1));

        assertThat(rate.take(SECOND)).isZero();
        assertThat(rate.take(SECOND)).isEqualTo(SECOND / 10);
    }

    @Property(tries = 200)
    void neverLetsMoreBeginInASecondThanItSaysAndATenth(
            @ForAll @IntRange(min = 1, max = 500) int perSecond,
            @ForAll @Size(max = 200) List<@IntRange(max = 20) Integer> gapsInMillis) {
        Passing clock = new Passing();
        Rate rate = new Rate(perSecond, clock);
        List<Long> begins = new ArrayList<>();
        for (int gap : gapsInMillis) {
            clock.pass(Duration.ofMillis(gap));
            long wait = rate.take(SECOND);
            if (wait >= 0) {
                begins.add(clock.getAsLong() + wait);
            }
        }

        for (long begin : begins) {
            assertThat(begins.stream()
                            .filter(other -> other - begin >= 0 && other - begin < SECOND)
                            .count())
                    .isLessThanOrEqualTo(perSecond + perSecond / 10 + 1);
        }
    }
}
