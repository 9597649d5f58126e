package io.tongban.gateway.delivery.province;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutcomeTimesTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");
    private static final ProvinceCode SICHUAN = new ProvinceCode("51");

    private final OutcomeTimes outcomeTimes = new OutcomeTimes();

    private void settled(long... seconds) {
        for (long each : seconds) {
            outcomeTimes.settled(GUANGDONG, Duration.ofSeconds(each));
        }
    }

    @Test
    void saysNothingBeforeAnythingWasSettled() {
        assertThat(outcomeTimes.typical(GUANGDONG)).isEmpty();
    }

    @Test
    void takesTheMiddleSoThatOneLongWaitChangesNothing() {
        settled(2, 3, 1, 86_400, 4);

        assertThat(outcomeTimes.typical(GUANGDONG)).contains(Duration.ofSeconds(3));
    }

    @Test
    void promisesTheLaterOneOfTwoInTheMiddle() {
        settled(1, 9);

        assertThat(outcomeTimes.typical(GUANGDONG)).contains(Duration.ofSeconds(9));
    }

    @Test
    void forgetsWhatIsLongAgo() {
        for (int i = 0; i < 256; i++) {
            settled(100);
        }
        assertThat(outcomeTimes.typical(GUANGDONG)).contains(Duration.ofSeconds(100));

        for (int i = 0; i < 129; i++) {
            settled(5);
        }

        assertThat(outcomeTimes.typical(GUANGDONG)).contains(Duration.ofSeconds(5));
    }

    @Test
    void keepsProvincesApart() {
        settled(1);

        assertThat(outcomeTimes.typical(SICHUAN)).isEmpty();
    }
}
