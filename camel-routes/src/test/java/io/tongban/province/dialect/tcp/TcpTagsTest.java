package io.tongban.province.dialect.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invented province whose frames are tags, lengths and values. */
class TcpTagsTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String OK = tag("H1", "2001") + tag("H2", Samples.SERIAL) + tag("H4", "0000");
    private static final String BOOKED = tag("B9", "SC1") + tag("B7", "110200") + tag("C1", "20261123175201");

    private final TcpStub province = new TcpStub();

    @TempDir
    Path folder;

    @Test
    void writesEachFieldAsItIsBehindItsTagAndItsLength() throws IOException {
        String sent = sent(
                OK + BOOKED,
                link -> assertThat(link.send(Samples.withhold(Samples.SICHUAN)))
                        .isInstanceOf(ProvinceReply.Accepted.class));

        assertThat(sent)
                .isEqualTo(tag("H1", "2001")
                        + tag("H2", Samples.SERIAL)
                        + tag("B1", "4400000001")
                        + tag("B2", "11010519491231002X")
                        + tag("B3", "王小明")
                        + tag("B4", "110")
                        + tag("B5", "202610")
                        + tag("B6", "551000")
                        + tag("B7", "110200")
                        + tag("B8", "91110108551385082Q"));
    }

    @Test
    void readsThemInAnyOrderAndPassesOverWhatItDoesNotKnow() throws IOException {
        sent(
                tag("ZZ", "?") + BOOKED + tag("ZY", "") + OK + tag("ZY", ""),
                link -> assertThat(link.send(Samples.withhold(Samples.SICHUAN)))
                        .isInstanceOf(ProvinceReply.Accepted.class));
    }

    @Test
    void theFieldsOfARowComeAgainForEachRow() throws IOException {
        String head = tag("H1", "3001") + tag("H2", Samples.SERIAL) + tag("H4", "0000");
        sent(
                head
                        + tag("R1", "110")
                        + tag("R2", "1")
                        + tag("R3", "202610")
                        + tag("R1", "310")
                        + tag("R2", "3")
                        + tag("R3", ""),
                link -> assertThat(link.send(Samples.query(Samples.SICHUAN)))
                        .isInstanceOfSatisfying(
                                ProvinceReply.Accepted.class,
                                accepted -> assertThat(((ProvinceDetail.Covers) accepted.detail()).covers())
                                        .extracting(cover -> cover.insurance().value())
                                        .isEqualTo(List.of("AAE140:110", "AAE140:310"))));
        sent(
                head + tag("R1", "110") + tag("R1", "310") + tag("R2", "1") + tag("R3", "202610"),
                link -> assertThat(link.send(Samples.query(Samples.SICHUAN))).isEqualTo(unreadable()));
    }

    @Test
    void aCountInTheHeadMeansNothingWhereThereIsNoList() throws IOException {
        province.script = (request, out, socket) -> out.write(TcpStub.frame(OK + tag("H5", "1") + BOOKED));
        try (ProvinceLink link =
                links("return-code H4]", "return-code H4, row-count H5]").open()) {
            assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"B9900SC1", "B9", "B900", "B9-01X", "B9003SC1B9003SC2", "B9 03SC1", "C1"})
    void whatRunsPastItsEndOrIsThereTwiceIsUnreadable(String hostile) throws IOException {
        sent(
                OK + BOOKED + hostile,
                link -> assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isEqualTo(unreadable()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serial H2 | serial H02 | its tags are of
            citizen-number B2, name B3 | citizen-number B2, name B2 | the tag B2 stands for
            serial H2 | serial H | its tags are of
            layout: tlv | layout: tlv\\n  frame: delimiter\\n  frame-end: "03"\\n  value-length-form: bcd | a tag or a length of a value can have the octets of a delimiter in it
            serial H2 | serial 0x600Z | does not end with a tag such as F01 or 0x9F01
            serial H2 | serial 12345678X | does not end with a tag such as F01 or 0x9F01
            """)
    void saysWhatDoesNotGoTogether(String old, String now, String why) throws IOException {
        Links links = links(old, now.replace("\\n", "\n"));

        assertThatThrownBy(links::open).hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"=0123456789 H9", "=王小明王王 H9"})
    void aConstantThatIsLongerThanItsLengthCanSayStopsTheStart(String constant) throws IOException {
        Links links = links("layout: tlv", "layout: tlv\n  value-length-octets: 1")
                .edit("51-sichuan.yaml", "request: [transaction H1", "request: [" + constant + ", transaction H1");
        String shorter = constant.replace("0123456789", "012345678").replace("王小明王王", "王小明");

        assertThatThrownBy(links::open)
                .hasMessageContaining("is longer than 9 octets, the most that its length can say");
        links.edit("51-sichuan.yaml", constant, shorter).open().close();
    }

    @ParameterizedTest
    @CsvSource({
        "'widths: {name: 3}', true",
        "'widths: {name: 2}', false",
        "'widths-in: bytes\n  widths: {name: 6}', true",
        "'widths-in: bytes\n  widths: {name: 5}', false"
    })
    void aNameIsNoLongerThanItsPlaceThere(String widths, boolean carried) throws IOException {
        Links links = links("  frame-bytes: 8192", "  " + widths.replace("\\n", "\n") + "\n  frame-bytes: 8192");

        try (ProvinceLink link = links.open()) {
            assertThat(link.facts(Samples.SICHUAN).orElseThrow().names().carries("王小明"))
                    .isEqualTo(carried);
        }
    }

    @Test
    void aTagMayBeOctetsAndALengthBinary() throws IOException {
        Links links = links("layout: tlv", "layout: tlv\n  value-length-form: binary\n  value-length-octets: 2");
        province.script = (request, out, socket) -> out.write(TcpStub.frame(request));
        try (ProvinceLink link = links.open()) {
            link.send(Samples.withhold(Samples.SICHUAN));
        }
        assertThat(TcpStub.text(province.requests.get(0), 0, 8)).isEqualTo("H1\0\u00042001");
    }

    private interface Deed {
        void with(ProvinceLink link);
    }

    private String sent(String reply, Deed deed) throws IOException {
        province.script = (request, out, socket) -> out.write(TcpStub.frame(reply));
        try (ProvinceLink link = links("layout: tlv", "layout: tlv").open()) {
            deed.with(link);
        }
        byte[] request = province.requests.get(province.requests.size() - 1);
        return TcpStub.text(request, 0, request.length);
    }

    private Links links(String old, String now) throws IOException {
        Links links = SichuanLayouts.links(folder, "layout: tlv", SichuanLayouts.TAGS);
        return links.edit("51-sichuan.yaml", old, now).set("tongban.province.51.endpoint", province.endpoint());
    }

    private static String tag(String tag, String value) {
        return tag + "%03d".formatted(value.getBytes(GBK).length) + value;
    }

    private static ProvinceReply unreadable() {
        return new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE);
    }
}
