package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTextTest {
    /** Written down from GB 18030-2022, not taken from the code's own table. */
    @ParameterizedTest
    @CsvSource({
        "4DAE, fe9f", "2E81, fe50", "9FB4, fe59", "9FB5, fe61", "9FB6, fe66", "9FB7, fe67", "9FB8, fe6d",
        "9FB9, fe7e", "9FBA, fe90", "9FBB, fea0", "3473, fe55", "4D19, fe9e", "00B7, a1a4", "738B, cdf5"
    })
    void hasTheOctetsOfTheStandardInBothCharsetsAndBothWays(String character, String octets) throws Exception {
        String text = Character.toString(Integer.parseInt(character, 16));
        for (String charset : new String[] {"GBK", "GB18030"}) {
            WireText wire = new WireText(Charset.forName(charset));

            assertThat(HexFormat.of().formatHex(wire.encode(text))).isEqualTo(octets);
            assertThat(wire.decode(ByteBuffer.wrap(HexFormat.of().parseHex(octets))))
                    .isEqualTo(text);
            assertThat(wire.carries("王" + text + "明")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷", "㐂", "\uE863", "\uE81E", "\uD842"})
    void refusesWhatGbkHasNotAndThePrivateCodes(String text) {
        WireText wire = new WireText(Charset.forName("GBK"));

        assertThat(wire.carries(text)).isFalse();
    }

    @Test
    void neverWritesAQuestionMark() {
        WireText wire = new WireText(Charset.forName("GBK"));

        assertThatThrownBy(() -> wire.encode("𠮷")).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void leavesUtf8AsItIs() throws Exception {
        WireText wire = new WireText(StandardCharsets.UTF_8);

        assertThat(wire.encode("䶮")).isEqualTo("䶮".getBytes(StandardCharsets.UTF_8));
        assertThat(wire.carries("䶮𠮷")).isTrue();
    }

    @Test
    void countsTheOctetsOfTheWireAndNotThoseOfJavasTable() {
        WireText gbk = new WireText(Charset.forName("GBK"));

        assertThat(gbk.octets("张三\u4DAE")).isEqualTo(6);
        assertThat(gbk.octets("\uD842\uDFB7")).as("no field holds it").isEqualTo(Integer.MAX_VALUE);
    }
}
