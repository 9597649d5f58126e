package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.dialect.CallFailed;
import io.tongban.province.farside.SystemBehind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RowTextTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Property(tries = 3000)
    void carriesANameWholeOrNotAtAll(
            @ForAll("names") String name, @ForAll boolean wide, @ForAll("delimiters") String delimiter)
            throws IOException {
        Charset charset = wide ? GB18030 : GBK;
        DelimitedRow text = new DelimitedRow(charset, delimiter);
        String row = text.join(List.of(), List.of("S1", name, "1"));

        if (text.carries(name)) {
            assertThat(text.split(List.of(), throughTheFile(text, row))).containsExactly("S1", name, "1");
        } else {
            assertThat(name)
                    .matches(lost -> lost.isEmpty()
                            || !lost.equals(lost.strip())
                            || lost.contains(delimiter)
                            || !SystemBehind.kept(lost, charset).equals(lost)
                            || lost.chars().anyMatch(Character::isISOControl));
        }
    }

    @Example
    void knowsWhichCharsetHoldsARareSurname() {
        assertThat(new DelimitedRow(GB18030, "※").carries("䶮𠮷")).isTrue();
        assertThat(new DelimitedRow(GBK, "※").carries("䶮")).isTrue();
        assertThat(new DelimitedRow(GBK, "※").carries("𠮷")).isFalse();
        assertThat(new DelimitedRow(GBK, "※").carries("欧阳※明")).isFalse();
        assertThat(new DelimitedRow(GBK, "※").carries("欧阳|明")).isTrue();
    }

    @Example
    void isNotDeceivedByADelimiterThatIsHalfOfACharacter() throws IOException {
        assertThat("倈".getBytes(GBK)[1]).isEqualTo((byte) '|');
        DelimitedRow text = new DelimitedRow(GBK, "|");

        assertThat(text.carries("倈")).isTrue();
        assertThat(text.split(List.of(), throughTheFile(text, text.join(List.of(), List.of("S1", "倈", "1")))))
                .containsExactly("S1", "倈", "1");
    }

    @Example
    void hasNoDelimiterThatTheCharsetHasNot() {
        assertThatThrownBy(() -> new DelimitedRow(GBK, "☃")).isInstanceOf(IllegalStateException.class);
    }

    @Example
    void findsHalfACharacter() {
        byte[] office = "办".getBytes(GBK);

        assertThatThrownBy(() -> new DelimitedRow(GBK, "|").split(List.of(), new byte[] {office[0]}))
                .isInstanceOf(CallFailed.class);
    }

    private static byte[] throughTheFile(RowText text, String row) throws IOException {
        byte[] bytes = text.octets(row + "\n");
        return Objects.requireNonNull(new LineCutter(new ByteArrayInputStream(bytes), 10_000, 1).next());
    }

    @Provide
    Arbitrary<String> delimiters() {
        return Arbitraries.of("|", "※", "^", "~");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("王小明䶮|※^~倈 ·\n\r\u0000A")
                .withCharRange('\u4e00', '\u9fa5')
                .withChars('\ud842', '\udfb7')
                .ofMaxLength(20);
    }
}
