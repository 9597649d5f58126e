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
import io.tongban.province.profile.Charsets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sichuan with the frames and charsets that other systems have. A withholding has 185 octets there. */
class TcpFramesTest {
    private static final int REQUEST = 185;
    private static final String REPLY =
            TcpStub.head("2001", Samples.SERIAL, "0000") + "SC20261123000001    " + "000000110200" + "20261123175201";

    @TempDir
    Path folder;

    private boolean edited;

    @ParameterizedTest
    @CsvSource({
        "2, binary, 0, no,        00B9,         0086",
        "2, binary, 0, yes,       00BB,         0088",
        "4, binary, 0, no,        000000B9,     00000086",
        "8, binary, 0, no,        00000000000000B9, 0000000000000086",
        "2, little-endian, 0, no, B900,         8600",
        "4, little-endian, 0, yes, BD000000,    8A000000",
        "2, bcd, 0, no,           0185,         0134",
        "4, bcd, 0, yes,          00000189,     00000138",
        "4, digits, 4, no,        30313831,     30313330",
        "4, digits, 24, yes,      30313839,     30313338",
        "2, binary, 4, no,        00B5,         0082"
    })
    void theLengthIsWrittenAndReadAsTheProfileSays(
            int octets, String form, int offset, String counted, String sent, String answered) throws Exception {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (RawTcp province = new RawTcp((in, out) -> {
                    seen.writeBytes(in.readNBytes(REQUEST + octets));
                    byte[] reply = REPLY.getBytes(TcpStub.GBK);
                    out.write(reply, 0, offset);
                    out.write(HexFormat.of().parseHex(answered));
                    out.write(reply, offset, reply.length - offset);
                });
                ProvinceLink link = links(
                                province,
                                "length-octets: %d\n  length-form: %s\n  length-offset: %d\n  length-counts-itself: '%s'"
                                        .formatted(octets, form, offset, counted))
                        .open()) {
            assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);

            byte[] frame = seen.toByteArray();
            assertThat(HexFormat.of().withUpperCase().formatHex(Arrays.copyOfRange(frame, offset, offset + octets)))
                    .isEqualTo(sent);
            assertThat(TcpStub.text(frame, 0, offset) + TcpStub.text(frame, offset + octets, 24 - offset))
                    .isEqualTo("2001" + Samples.SERIAL);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, binary, 0, no, FFFF",
        "4, binary, 0, no, FFFFFFFF",
        "8, binary, 0, no, FFFFFFFFFFFFFFFF",
        "8, little-endian, 0, no, FFFFFFFFFFFFFFFF",
        "2, binary, 0, yes, 0001",
        "2, bcd, 0, no, 01A3",
        "2, bcd, 0, no, 0A34",
        "4, digits, 4, no, 3031333A",
        "2, binary, 4, yes, 0003"
    })
    void aLengthThatContradictsIsUnreadable(int octets, String form, int offset, String counted, String length)
            throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    in.readNBytes(REQUEST + octets);
                    byte[] reply = REPLY.getBytes(TcpStub.GBK);
                    out.write(reply, 0, offset);
                    out.write(HexFormat.of().parseHex(length));
                    out.write(reply, offset, reply.length - offset);
                    in.read();
                });
                ProvinceLink link = links(
                                province,
                                "length-octets: %d\n  length-form: %s\n  length-offset: %d\n  length-counts-itself: '%s'"
                                        .formatted(octets, form, offset, counted))
                        .open()) {
            assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isEqualTo(unknown(UnknownCause.UNREADABLE));
        }
    }

    @ParameterizedTest
    @CsvSource({"02, 03", "'', 0D0A", "0102, 0304"})
    void aDelimiterEndsTheFrameHoweverItIsCutAndWhateverFollows(String start, String end) throws Exception {
        byte[] begins = HexFormat.of().parseHex(start);
        byte[] ends = HexFormat.of().parseHex(end);
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (RawTcp province = new RawTcp((in, out) -> {
                    seen.writeBytes(in.readNBytes(begins.length + REQUEST + ends.length));
                    for (byte[] part : new byte[][] {begins, REPLY.getBytes(TcpStub.GBK), ends, begins, {'?'}, ends}) {
                        for (byte octet : part) {
                            out.write(octet);
                        }
                    }
                });
                ProvinceLink link = delimited(province, start, end).open()) {
            assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);

            String frame = HexFormat.of().withUpperCase().formatHex(seen.toByteArray());
            assertThat(frame).startsWith(start + "32303031").endsWith(end);
        }
    }

    @Test
    void aReplyThatIsCutAtAnyOctetIsNoReply() throws Exception {
        byte[] whole = ("\u0002" + REPLY + "\u0003").getBytes(TcpStub.GBK);
        AtomicInteger cut = new AtomicInteger();
        try (RawTcp province = new RawTcp((in, out) -> {
                    in.readNBytes(REQUEST + 2);
                    out.write(whole, 0, cut.get());
                });
                ProvinceLink link = delimited(province, "02", "03").open()) {
            for (; cut.get() < whole.length; cut.incrementAndGet()) {
                assertThat(link.send(Samples.withhold(Samples.SICHUAN)))
                        .as("after %d octets", cut.get())
                        .isEqualTo(unknown(UnknownCause.CONNECTION_CUT));
            }
        }
    }

    @Test
    void aFrameWithoutItsStartOrLongerThanItsBoundIsUnreadable() throws Exception {
        for (String reply : new String[] {REPLY + "\u0003", "\u0002" + "0".repeat(9000)}) {
            try (RawTcp province = new RawTcp((in, out) -> {
                        in.readNBytes(REQUEST + 2);
                        out.write(reply.getBytes(TcpStub.GBK));
                        in.read();
                    });
                    ProvinceLink link = delimited(province, "02", "03").open()) {
                assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isEqualTo(unknown(UnknownCause.UNREADABLE));
            }
        }
    }

    /** Digits, blanks and the length are EBCDIC, too; Chinese stands between shift-out and shift-in. */
    @ParameterizedTest
    @CsvSource({"cp935, 0E, 0F", "cp1388, 0E, 0F", "UTF-8, '', ''"})
    void aFrameIsInTheCharsetOfItsProvince(String charset, String shiftOut, String shiftIn) throws Exception {
        Charset theirs = Charsets.of(charset);
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (RawTcp province = new RawTcp((in, out) -> {
                    seen.writeBytes(in.readNBytes(6 + REQUEST));
                    byte[] message = Arrays.copyOf("完成".getBytes(theirs), 60);
                    Arrays.fill(message, "完成".getBytes(theirs).length, 60, " ".getBytes(theirs)[0]);
                    ByteArrayOutputStream reply = new ByteArrayOutputStream();
                    reply.writeBytes(("000134" + "2001" + Samples.SERIAL + "0000").getBytes(theirs));
                    reply.writeBytes(message);
                    reply.writeBytes(("SC20261123000001    " + "000000110200" + "20261123175201").getBytes(theirs));
                    out.write(reply.toByteArray());
                });
                ProvinceLink link = links(province, "length-octets: 6")
                        .edit("51-sichuan.yaml", "charset: GBK", "charset: " + charset)
                        .open()) {
            assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);

            byte[] frame = seen.toByteArray();
            assertThat(new String(frame, 0, 6, theirs)).isEqualTo("000185");
            String name = HexFormat.of().withUpperCase().formatHex(Arrays.copyOfRange(frame, 6 + 94, 6 + 134));
            assertThat(name)
                    .startsWith(shiftOut)
                    .contains(shiftIn + HexFormat.of().withUpperCase().formatHex(" ".getBytes(theirs)));
            assertThat(new String(frame, 6 + 94, 40, theirs).strip()).isEqualTo("王小明");
            assertThat(new String(frame, 6 + 155, 12, theirs)).isEqualTo("000000110200");
        }
    }

    @ParameterizedTest
    @CsvSource({"cp935, false", "cp1388, true"})
    void aNameThatEbcdicHasNotIsRefusedBeforeItIsSent(String charset, boolean hasRareOnes) throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> in.read());
                ProvinceLink link = links(province, "length-octets: 6")
                        .edit("51-sichuan.yaml", "charset: GBK", "charset: " + charset)
                        .open()) {
            var names = link.facts(Samples.SICHUAN).orElseThrow().names();
            assertThat(names.carries("王小明")).isTrue();
            assertThat(names.carries("㐂")).as("of GB 18030 alone").isEqualTo(hasRareOnes);
            assertThat(names.carries("𠮷")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            frame: delimiter | lacks "options.frame-end", which the dialect tcp needs; write one to four control characters in hex, such as 03
            frame: delimiter\\n  frame-end: 0F | "options.frame-end" cannot be used; write one to four control characters in hex, such as 03
            length-offset: 5 | length-offset 5 is not between two fields of a fixed layout's head; write where one of them ends
            length-octets: 2 | cannot be told by a length of 2 digits
            length-offset: 4\\n  connection: kept\\n  heartbeat-every: 30s | a heartbeat or its answer is shorter than the 4 octets before the length; write both of 4 at least
            length-offset: 4\\n  connection: kept\\n  heartbeat: PING | a heartbeat or its answer is shorter than the 4 octets before the length
            length-octets: 3 | "options.length-octets" cannot be used; write 2, 4, 6 or 8
            """)
    void saysWhatDoesNotGoTogether(String options, String why) throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> in.read())) {
            Links links = links(province, options.replace("\\n", "\n"));
            assertThatThrownBy(links::open).hasMessageContaining(why);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"widths: {name: 10}", "widths-in: bytes"})
    void widthsBesideThoseOfTheLayoutStopTheStart(String widths) throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> in.read())) {
            Links links = links(province, "length-octets: 6")
                    .edit("51-sichuan.yaml", "  frame-bytes: 8192", "  " + widths + "\n  frame-bytes: 8192");
            assertThatThrownBy(links::open).hasMessageContaining("a fixed layout has the widths");
        }
    }

    private Links delimited(RawTcp province, String start, String end) {
        String begins = start.isEmpty() ? "" : "\n  frame-start: \"" + start + '"';
        return links(province, "frame: delimiter\n  frame-end: \"" + end + '"' + begins);
    }

    private Links links(RawTcp province, String options) {
        Links links = new Links(folder).set("tongban.province.51.endpoint", province.endpoint());
        return edited
                ? links
                : edited(links.edit("51-sichuan.yaml", "insurances:", "options:\n  " + options + "\ninsurances:"));
    }

    private Links edited(Links links) {
        edited = true;
        return links;
    }

    private static ProvinceReply unknown(UnknownCause cause) {
        return new ProvinceReply.Unknown(Samples.SERIAL, cause);
    }
}
