package io.tongban.province.dialect.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.RequestOctets;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Slot;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FixedWidthTest {
    private static final FixedWidth GBK = new FixedWidth(Charset.forName("GBK"));
    private static final FixedWidth GB18030 = new FixedWidth(Charset.forName("GB18030"));

    @Property(tries = 3000)
    void carriesANameWholeOrNotAtAll(
            @ForAll("names") String name, @ForAll @IntRange(min = 1, max = 44) int width, @ForAll boolean gbk) {
        FixedWidth charset = gbk ? GBK : GB18030;
        List<Slot> slots = List.of(new Slot(Field.NAME, width, ""));
        RequestOctets out = new RequestOctets();

        if (charset.carries(name, width)) {
            charset.write(slots, Map.of(Field.NAME, name), out);
            assertThat(out.size()).isEqualTo(width);
            assertThat(charset.read(slots, ByteBuffer.wrap(out.toByteArray()))).containsEntry(Field.NAME, name);
        } else {
            assertThatThrownBy(() -> charset.write(slots, Map.of(Field.NAME, name), out))
                    .isInstanceOf(NotCarried.class);
        }
    }

    @Property(tries = 2000)
    void gb18030CarriesEveryCharacterOfChineseThatFits(@ForAll("han") String name) {
        assertThat(GB18030.carries(name, 80)).isTrue();
    }

    @Example
    void countsWidthInBytes() {
        assertThat(GBK.carries("王小明", 6)).isTrue();
        assertThat(GBK.carries("王小明", 5)).isFalse();
        assertThat(GB18030.carries("䶮", 2)).isTrue();
        assertThat(GB18030.carries("𠮷", 3)).isFalse();
        assertThat(GB18030.carries("𠮷", 4)).isTrue();
        assertThat(GBK.carries("䶮", 2)).isTrue();
        assertThat(GBK.carries("㐂", 40)).isFalse();
        assertThat(GBK.carries("𠮷", 40)).isFalse();
    }

    /** Rows of no width would be found for ever. */
    @Example
    void aCountFindsNoRowsWhereTheLayoutHasNone() {
        assertThat(GBK.open(new byte[8]).rows(List.of(), "100")).isEmpty();
    }

    @Example
    void padsNumbersLeftWithZeros() {
        RequestOctets out = new RequestOctets();
        List<Slot> slots = List.of(new Slot(Field.AMOUNT, 12, ""), new Slot(Field.PERIOD, 8, ""));

        GBK.write(slots, Map.of(Field.AMOUNT, "110200", Field.PERIOD, "202610"), out);

        assertThat(out.toString(Charset.forName("GBK"))).isEqualTo("000000110200202610  ");
    }

    /** All of the BMP and the planes of rare Chinese, surrogates that stand alone and control characters included. */
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> anything =
                Arbitraries.integers().between(0, 0xFFFF).map(unit -> String.valueOf((char) unit.intValue()));
        return Arbitraries.oneOf(anything, hanCharacter()).list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> han() {
        return hanCharacter().list().ofMinSize(1).ofMaxSize(20).map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> hanCharacter() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0x4E00, 0x9FA5),
                        Arbitraries.integers().between(0x3400, 0x4DB5),
                        Arbitraries.integers().between(0x20000, 0x323AF))
                .map(Character::toString);
    }
}
