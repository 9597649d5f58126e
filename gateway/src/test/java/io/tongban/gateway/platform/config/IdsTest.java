package io.tongban.gateway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void hasAPrefixAndTwentySixCharacters() {
        assertThat(Ids.next("wkr_")).matches("wkr_[0-9a-hjkmnp-tv-z]{26}");
    }

    @Test
    void sortsByTime() {
        assertThat(Ids.next("", 1_795_460_747_000L)).isLessThan(Ids.next("", 1_795_460_747_001L));
        assertThat(Ids.next("", 0)).startsWith("0000000000");
    }

    @Test
    void isNeverTheSame() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(Ids.next("", 0));
        }
        assertThat(ids).hasSize(10_000);
    }
}
