package io.tongban.gateway.counter.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00 | 2026-11-30T09:00 | true",
                "Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00 | 2026-11-30T12:00 | false",
                "Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00 | 2026-11-30T16:59 | true",
                "Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00 | 2026-11-28T11:00 | true",
                "Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00 | 2026-11-29T11:00 | false",
                "Fr-Mo 20:00-24:00 | 2026-11-29T23:59 | true",
                "Fr-Mo 20:00-24:00 | 2026-12-01T23:59 | false",
                "We,Su 08:00-09:00 | 2026-11-29T08:30 | true",
                "24/7 | 2026-11-29T03:00 | true"
            })
    void knowsWhenItIsOpen(String text, LocalDateTime when, boolean open) {
        assertThat(OpeningHours.read(text).orElseThrow().isOpen(when.atZone(ZoneId.of("Asia/Shanghai"))))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "always",
                "Mo-Fr",
                "Mo-Fr 9-17",
                "Mo-Fr 17:00-09:00",
                "Mo-Fr 22:00-02:00",
                "Mo-Fr 09:00-25:00",
                "Xx 09:00-17:00",
                "Mo 09:00-17:00;Tu 09:00-17:00"
            })
    void refusesWhatItCannotKeep(String text) {
        assertThat(OpeningHours.read(text)).isEmpty();
    }

    @Test
    void refusesWhatNobodyCouldRead() {
        assertThat(OpeningHours.read("Mo 09:00-17:00; ".repeat(10) + "Mo 09:00-17:00"))
                .isEmpty();
    }
}
