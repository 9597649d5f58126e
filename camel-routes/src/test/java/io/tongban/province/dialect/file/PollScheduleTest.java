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
        PollSchedule schedule = schedule("1m", "15s");

        assertThat(schedule.tick()).isEqualTo(Duration.ofSeconds(15));
        assertThat(LongStream.range(0, 9).filter(schedule::cuts)).containsExactly(0L, 4L, 8L);
        assertThat(LongStream.range(0, 3).filter(schedule::looks)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void doesBothEachTimeWhereBothAreTheSame() {
        PollSchedule schedule = schedule("1h", "1h");

        assertThat(schedule.tick()).isEqualTo(Duration.ofHours(1));
        assertThat(LongStream.range(0, 3).filter(schedule::cuts)).hasSize(3);
        assertThat(LongStream.range(0, 3).filter(schedule::looks)).hasSize(3);
    }

    @Test
    void isNeverBusierThanAProvinceCanBear() {
        assertThat(schedule("1ms", "1s").tick()).isEqualTo(Duration.ofMillis(20));
    }

    private static PollSchedule schedule(String cut, String look) {
        return PollSchedule.of(new Options(Map.of("cut-every", cut, "look-every", look)));
    }
}
