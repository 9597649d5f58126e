package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.TransactionKind;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomRowsTest {
    @Property(tries = 100)
    void whatIsWrittenIsReadAgainAndCountsForTheTotal(
            @ForAll("layouts") RandomLayout layout,
            @ForAll("delimiters") String delimiter,
            @ForAll("charsets") String charset)
            throws CharacterCodingException {
        ProvinceProfile profile = layout.in(charset)
                .in(
                        "34-anhui.yaml",
                        List.of("serial", "=0000", "filler"),
                        List.of("serial", "return-code", "filler"),
                        Map.of("delimiter", delimiter),
                        (number, item) -> "");
        assertReadAgain(layout, profile);
    }

    /** Counted in octets, a name of Chinese characters fills twice as much of its place. */
    @Property(tries = 100)
    void whatIsWrittenInFixedPlacesIsReadAgainAndCountsForTheTotal(
            @ForAll("layouts") RandomLayout layout, @ForAll boolean inBytes, @ForAll("charsets") String charset)
            throws CharacterCodingException {
        ProvinceProfile profile = layout.in(charset)
                .in(
                        "34-anhui.yaml",
                        List.of("serial 20", "=0000 6", "filler 3"),
                        List.of("serial 20", "return-code 6", "filler 3"),
                        Map.of("layout", "fixed", "delimiter", ""),
                        inBytes,
                        (number, item) -> " 24");
        String row = assertReadAgain(layout, profile);

        assertThat(inBytes ? RowText.of(profile).octets(row).length : row.codePointCount(0, row.length()))
                .isEqualTo(29 + 24 * layout.lines());
    }

    private static String assertReadAgain(RandomLayout layout, ProvinceProfile profile)
            throws CharacterCodingException {
        RowWriter writer = new RowWriter(profile);
        String row = writer.row(TransactionKind.WITHHOLD, layout.fields("JS2001"));
        byte[] octets = RowText.of(profile).octets(row);
        ReplyRow replies = new ReplyRow(profile, TransactionKind.WITHHOLD);
        layout.assertReadAgain(profile, replies.answer(octets).fields());
        assertThat(writer.fen(TransactionKind.WITHHOLD, row)).hasValue(replies.fen(octets));
        return row;
    }

    @Provide
    Arbitrary<RandomLayout> layouts() {
        return RandomLayout.any();
    }

    @Provide
    Arbitrary<String> delimiters() {
        return Arbitraries.of("|", "^", "~", ";", "※");
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("GBK", "GB18030");
    }
}
