package io.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is audited for good holds nothing personal, as far as a shape can tell. */
class PatternsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "asked by telephone, file 2026-117",
                "系统割接",
                "booked under GD202611230000017",
                "serial 26112300000000000001"
            })
    void aNoteSaysHowItIsKnown(String note) {
        assertThat(note).matches(Patterns.NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11010519491231002X",
                "the card says 11010519491231002X.",
                "call 13900000017",
                "13900000017 was called",
                "two\nlines"
            })
    void aNoteNamesNobody(String note) {
        assertThat(note).doesNotMatch(Patterns.NOTE);
    }
}
