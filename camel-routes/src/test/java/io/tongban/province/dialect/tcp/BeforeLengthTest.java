package io.tongban.province.dialect.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.RawTcp;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of tags that begin with letters or octets of the province's own, and have their length behind them. */
class BeforeLengthTest {
    private static final String ANSWER = tag("H1", "2001")
            + tag("H2", Samples.SERIAL)
            + tag("H4", "0000")
            + tag("B9", "SC1")
            + tag("B7", "110200")
            + tag("C1", "20261123175201");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"SI51, 53493531, no", "SI51, 53493531, yes", "0xA55A, A55A, no", "0xA55A, A55A, yes"})
    void theConstantStandsBeforeEachLengthInBothDirections(String constant, String hex, String counted)
            throws Exception {
        byte[] before = HexFormat.of().parseHex(hex);
        int around = counted.equals("yes") ? before.length + 6 : 0;
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (RawTcp province = new RawTcp((in, out) -> {
                    seen.writeBytes(in.readNBytes(before.length));
                    byte[] length = in.readNBytes(6);
                    seen.writeBytes(
                            in.readNBytes(Integer.parseInt(new String(length, StandardCharsets.US_ASCII)) - around));
                    out.write(before);
                    out.write("%06d".formatted(ANSWER.length() + around).getBytes(StandardCharsets.US_ASCII));
                    out.write(ANSWER.getBytes(TcpStub.GBK));
                });
                ProvinceLink link = links(
                                province, "before-length: " + constant + "\nlength-counts-itself: \"" + counted + "\"")
                        .open()) {
            assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);

            assertThat(HexFormat.of().withUpperCase().formatHex(seen.toByteArray()))
                    .startsWith(hex + HexFormat.of().formatHex("H1".getBytes(StandardCharsets.US_ASCII)))
                    .endsWith(HexFormat.of()
                            .formatHex("91110108551385082Q".getBytes(StandardCharsets.US_ASCII))
                            .toUpperCase(java.util.Locale.ROOT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SI52000085", "SIX", "000085", "SI51-00001", "SI51999999"})
    void anAnswerThatBeginsOtherwiseIsUnreadableAtOnce(String start) throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    skipRequest(in);
                    out.write((start + (start.length() > 3 ? ANSWER : "")).getBytes(TcpStub.GBK));
                    in.read();
                });
                ProvinceLink link = links(province, "before-length: SI51").open()) {
            assertThat(link.send(Samples.withhold(Samples.SICHUAN)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        }
    }

    @Test
    void heartbeatsHaveItToo() throws Exception {
        ByteArrayOutputStream beats = new ByteArrayOutputStream();
        try (RawTcp province = new RawTcp((in, out) -> {
                    skipRequest(in);
                    beats.writeBytes(in.readNBytes(14));
                    out.write(("SI51%06d".formatted(ANSWER.length()) + ANSWER).getBytes(TcpStub.GBK));
                    in.read();
                });
                ProvinceLink link = links(
                                province,
                                "before-length: SI51\nconnection: kept\nheartbeat-every: 2s\nheartbeat: PING\nheartbeat-answer: PONG")
                        .open()) {
            assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(beats.toString(StandardCharsets.US_ASCII)).isEqualTo("SI51000004PING");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            layout: tlv\\nbefore-length: 0xA5F | "options.before-length" cannot be used; write a text without blanks, or octets such as 0xA55A
            layout: tlv\\nframe: delimiter\\nframe-end: "03"\\nbefore-length: SI | has "before-length", which has no effect where
            layout: tlv\\nbefore-length: SI51\\nlength-offset: 4 | "before-length" and "length-offset" both say what stands before the length
            """)
    void saysWhatDoesNotGoTogether(String options, String why) throws Exception {
        Links links = SichuanLayouts.links(folder, options.replace("\\n", "\n"), SichuanLayouts.TAGS);

        assertThatThrownBy(links::open).hasMessageContaining(why);
    }

    @Test
    void aFixedLayoutHasPlacesForIt() {
        Links links = new Links(folder)
                .edit("51-sichuan.yaml", "insurances:", "options:\n  before-length: SI51\ninsurances:");

        assertThatThrownBy(links::open).hasMessageContaining("has \"before-length\", which has no effect where");
    }

    private static void skipRequest(DataInputStream in) throws IOException {
        in.readNBytes(4);
        in.readNBytes(Integer.parseInt(new String(in.readNBytes(6), StandardCharsets.US_ASCII)));
    }

    private Links links(RawTcp province, String options) throws IOException {
        return SichuanLayouts.links(folder, "layout: tlv\n" + options, SichuanLayouts.TAGS)
                .set("tongban.province.51.endpoint", province.endpoint());
    }

    private static String tag(String tag, String value) {
        return tag + "%03d".formatted(value.length()) + value;
    }
}
