package io.tongban.province.dialect.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomFramesTest {
    private static final int MOST = 8192;

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(
            @ForAll("layouts") RandomLayout layout,
            @ForAll("frames") Map<String, String> frame,
            @ForAll("charsets") String charset,
            @ForAll boolean within) {
        Map<String, String> options = new HashMap<>(frame);
        if (within && !frame.containsKey("frame")) {
            options.put("length-offset", "4");
        }
        ProvinceProfile profile = layout.in(charset)
                .in(
                        "51-sichuan.yaml",
                        List.of("transaction 4", "serial 24", "=0000 5", "filler 3"),
                        List.of("transaction 4", "serial 24", "return-code 5", "filler 3"),
                        options,
                        (number, item) -> " 24");
        assertReadAgain(layout, profile);
    }

    @Property(tries = 200)
    void whatIsWrittenUnderTagsIsReadAgain(
            @ForAll("layouts") RandomLayout layout,
            @ForAll("frames") Map<String, String> frame,
            @ForAll("lengths") Map<String, String> lengths,
            @ForAll("charsets") String charset,
            @ForAll("leading") String leading) {
        Map<String, String> options = new HashMap<>(frame);
        options.put("layout", "tlv");
        boolean delimited = frame.containsKey("frame");
        // Octets of a tag or a length could end such a frame.
        if (!delimited) {
            options.putAll(lengths);
            options.put("before-length", leading);
        }
        boolean octets = !delimited && !lengths.isEmpty();
        ProvinceProfile profile = layout.in(charset)
                .in(
                        "51-sichuan.yaml",
                        octets
                                ? List.of("transaction 0x9F01", "serial 0x9F02", "=0000 0x9F03", "filler 0x9F04")
                                : List.of("transaction H01", "serial H02", "=0000 H03", "filler H04"),
                        octets
                                ? List.of("transaction 0x9F01", "serial 0x9F02", "return-code 0x9F03")
                                : List.of("transaction H01", "serial H02", "return-code H03"),
                        options,
                        (number, item) -> octets ? String.format(" 0xDF%02X", number) : " F" + (10 + number));
        assertReadAgain(layout, profile);
    }

    @Property(tries = 100)
    void whatIsWrittenInADocumentIsReadAgain(
            @ForAll("layouts") RandomLayout layout,
            @ForAll("frames") Map<String, String> frame,
            @ForAll("leading") String leading) {
        Map<String, String> options = new HashMap<>(frame);
        options.put("layout", "xml");
        if (!frame.containsKey("frame")) {
            options.put("before-length", leading);
        }
        ProvinceProfile profile = layout.in(
                "51-sichuan.yaml",
                List.of("transaction @t", "serial s/@no", "=0000 s/c"),
                List.of("transaction @t", "serial s/@no", "return-code s/c"),
                options,
                (number, item) -> " d/e" + number);
        assertReadAgain(layout, profile);
    }

    private static void assertReadAgain(RandomLayout layout, ProvinceProfile profile) {
        TcpCodec codec = new TcpCodec(profile);
        Map<Field, String> fields = layout.fields("2001");
        fields.put(Field.OPERATOR, "TB");
        fields.put(Field.SENT_AT, "20261123175200");

        byte[] frame = codec.write(Samples.withhold(Samples.SICHUAN), fields);

        ByteBuf in = Unpooled.wrappedBuffer(frame);
        byte[] inside = Framing.of(profile).next(in, MOST);
        assertThat(in.readableBytes()).isZero();
        layout.assertReadAgain(
                profile, codec.read(inside, Samples.withhold(Samples.SICHUAN)).fields());
    }

    /** Of characters that every charset of the dialect has. */
    @Provide
    Arbitrary<RandomLayout> layouts() {
        return RandomLayout.any("王", "小", "明", "买", "甲");
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("GBK", "GB18030", "UTF-8", "cp935", "cp1388");
    }

    @Provide
    Arbitrary<Map<String, String>> frames() {
        Arbitrary<Map<String, String>> lengths = Combinators.combine(
                        Arbitraries.of("digits", "binary", "little-endian", "bcd"),
                        Arbitraries.of("4", "6", "8"),
                        Arbitraries.of("yes", "no"))
                .as((form, octets, itself) ->
                        Map.of("length-form", form, "length-octets", octets, "length-counts-itself", itself));
        Arbitrary<Map<String, String>> narrow = Arbitraries.of("binary", "little-endian", "bcd")
                .map(form -> Map.of("length-form", form, "length-octets", "2"));
        Arbitrary<Map<String, String>> delimiters = Combinators.combine(
                        Arbitraries.of("", "02", "0102"), Arbitraries.of("03", "0D0A"))
                .as((start, end) -> Map.of("frame", "delimiter", "frame-start", start, "frame-end", end));
        return Arbitraries.oneOf(lengths, narrow, delimiters);
    }

    /** Of values under tags; empty for what is usual. */
    @Provide
    Arbitrary<Map<String, String>> lengths() {
        return Arbitraries.of(
                Map.of(),
                Map.of("value-length-form", "binary", "value-length-octets", "1"),
                Map.of("value-length-form", "little-endian", "value-length-octets", "4"),
                Map.of("value-length-form", "bcd", "value-length-octets", "2"),
                Map.of("value-length-form", "digits", "value-length-octets", "4"));
    }

    @Provide
    Arbitrary<String> leading() {
        return Arbitraries.of("", "SI51", "0xA55A");
    }
}
