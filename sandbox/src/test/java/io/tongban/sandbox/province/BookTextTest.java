package io.tongban.sandbox.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookTextTest {
    private static final Charset GBK = Charset.forName("GBK");

    @ParameterizedTest
    @CsvSource({"䶮, fe9f", "龴, fe59", "龻, fea0", "⺁, fe50", "·, a1a4", "王, cdf5"})
    void readsGbkAsThePeopleOfTheProvinceDo(String character, String octets) throws Exception {
        assertThat(BookText.read(HexFormat.of().parseHex(octets), GBK)).isEqualTo(character);
        assertThat(BookText.write(character, GBK)).isEqualTo(HexFormat.of().parseHex(octets));
        assertThat(BookText.canHold(character, GBK)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"𠮷", "㐂"})
    void holdsNothingThatGbkHasNot(String character) {
        assertThat(BookText.canHold(character, GBK)).isFalse();
        assertThat(BookText.canHold(character, Charset.forName("GB18030"))).isTrue();
        assertThatThrownBy(() -> BookText.write(character, GBK)).isInstanceOf(IllegalArgumentException.class);
    }

    /** 𠮷 in GB 18030. */
    @Test
    void readsNoFourOctetsInGbk() {
        assertThatThrownBy(() -> BookText.read(HexFormat.of().parseHex("9534b235"), GBK))
                .isInstanceOf(CharacterCodingException.class);
    }
}
