package io.tongban.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaseDifferenceTest {
    private static final String KEPT =
            "\"@method\": GET\n\"@target-uri\": https://a.example/v1/workers/******************?x=1";

    @Test
    void takesNoStarForADifference() {
        assertThat(BaseDifference.besideMasks(KEPT, signed(KEPT.replace("*".repeat(18), "11010519491231002X"))))
                .isEmpty();
    }

    @Test
    void marksWhatDiffersBehindTheStars() {
        String other = KEPT.replace("*".repeat(18), "11010519491231002X").replace("?x=1", "?x=2");

        List<String> lines =
                BaseDifference.besideMasks(KEPT, signed(other)).orElseThrow().lines();

        assertThat(lines.get(0)).contains("0x31 '1' here, 0x32 '2' in yours");
        assertThat(lines).noneMatch(line -> line.contains("11010519491231002X"));
    }

    @Test
    void takesALetterUnderAStarForOne() {
        assertThat(BaseDifference.besideMasks(KEPT, signed(KEPT.replace("*".repeat(18), "wkr_01kandb7vq5zrp"))))
                .isPresent();
    }

    private static byte[] signed(String base) {
        return base.getBytes(US_ASCII);
    }
}
