package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.profile.Options;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PollScheduleTest {
    @Test
    void ticksAsOftenAsTheMoreFrequentOfBoth() {
        PollSchedule rounds = rounds("1m", "15s");

        assertThat(rounds.tick()).isEqualTo(Duration.ofSeconds(15));
        assertThat(LongStream.range(0, 9).filter(rounds::cuts)).containsExactly(0L, 4L, 8L);
        assertThat(LongStream.range(0, 3).filter(rounds::looks)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void doesBothEachTimeWhereBothAreTheSame() {
        PollSchedule rounds = rounds("1h", "1h");

        assertThat(rounds.tick()).isEqualTo(Duration.ofHours(1));
        assertThat(LongStream.range(0, 3).filter(rounds::cuts)).hasSize(3);
        assertThat(LongStream.range(0, 3).filter(rounds::looks)).hasSize(3);
    }

    @Test
    void isNeverBusierThanAProvinceCanBear() {
        assertThat(rounds("1ms", "1s").tick()).isEqualTo(Duration.ofMillis(20));
    }

    private static PollSchedule rounds(String cut, String look) {
        return PollSchedule.of(new Options(Map.of("cut-every", cut, "look-every", look)));
    }
}
