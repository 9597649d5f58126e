package io.tongban.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SerialsTest {
    @Test
    void takesAwayWhatTheProfilePutsAroundASerial() {
        Serials serials = Serials.of(Map.of("formats", Map.of("serial", Map.of("pattern", "JH*Z"))));

        assertThat(serials.ours("JH2611290000Z")).isEqualTo("2611290000");
        assertThatThrownBy(() -> serials.ours("2611290000"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a serial that was never sent so: 2611290000");
    }

    @Test
    void leavesASerialAsItIsWhereTheProfileDoes() {
        assertThat(Serials.of(Map.of()).ours("2611290000")).isEqualTo("2611290000");
        assertThat(Serials.of(Map.of("formats", Map.of())).ours("2611290000")).isEqualTo("2611290000");
    }
}
