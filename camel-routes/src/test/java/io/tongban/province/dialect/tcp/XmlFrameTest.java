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
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invented province whose frames hold XML. */
class XmlFrameTest {
    private static final String HEAD = "<no>" + Samples.SERIAL + "</no><code>0000</code><text>完成</text>";
    private static final String BOOKED = "<r><no>SC1</no><je>110200</je><sj>20261123175201</sj></r>";

    private final TcpStub province = new TcpStub();

    @TempDir
    Path folder;

    @Test
    void writesOneDocumentInTheCharsetOfItsProvince() throws IOException {
        assertThat(withheld(answer("2001", HEAD, BOOKED))).isInstanceOf(ProvinceReply.Accepted.class);

        byte[] request = province.requests.get(0);
        assertThat(TcpStub.text(request, 0, request.length))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"GBK\"?><msg><head code=\"2001\"><no>" + Samples.SERIAL
                        + "</no></head><body><p id=\"4400000001\"><xm>王小明</xm></p><due><ny>202610</ny><je>110200</je></due>"
                        + "</body></msg>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<count>2</count>"})
    void readsARowForEachElement(String count) throws IOException {
        ProvinceReply reply = status(count + "<rows><row xz=\"110\"><zt>1</zt><zz>202610</zz></row>"
                + "<row xz=\"310\"><zt>3</zt><zz/></row></rows>");

        assertThat(((ProvinceDetail.Covers) ((ProvinceReply.Accepted) reply).detail()).covers())
                .extracting(cover -> cover.insurance().value())
                .containsExactly("AAE140:110", "AAE140:310");
    }

    @Test
    void aCountOfOtherRowsThanThereAreIsUnreadable() throws IOException {
        assertThat(status("<count>2</count><rows><row xz=\"110\"><zt>1</zt><zz>202610</zz></row></rows>"))
                .isEqualTo(unreadable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no document",
                "<msg>",
                "<other/>",
                "<!DOCTYPE msg [<!ENTITY a \"0000\">]><msg><head code=\"2001\"><code>&a;</code></head></msg>",
                "<msg><head code=\"2001\" code=\"2001\"/></msg>",
                "<a:msg xmlns:a=\"urn:a\"><head code=\"2001\"/></a:msg>",
                "<msg><a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a></msg>"
            })
    void whatIsNoSuchDocumentIsUnreadable(String hostile) throws IOException {
        assertThat(withheld(hostile)).isEqualTo(unreadable());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <no>W261123175200000001A</no> | <no>W261123175200000001A</no><no>W261123175200000001A</no>
            <no>W261123175200000001A</no> | <no>W261123175200000009A</no>
            <no>W261123175200000001A</no> | <a/>
            <je>110200</je> | <je>1102.00</je>
            <je>110200</je> | <je>110200</je><je>110200</je>
            <sj>20261123175201</sj> | <sj>yesterday</sj>
            code="2001" | code="2009"
            """)
    void whatContradictsItselfOrIsAnothersIsUnreadable(String right, String wrong) throws IOException {
        String answer = answer("2001", HEAD, BOOKED);
        assertThat(answer).contains(right);

        assertThat(withheld(answer.replace(right, wrong))).isEqualTo(unreadable());
    }

    @Test
    void aMarkBeforeTheDocumentAndAStrayCharacterInAMessageAreRead() throws IOException {
        String answer = answer("2001", HEAD.replace("完成", "完\u0001成"), BOOKED);

        assertThat(withheld("\n" + answer + "\n")).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void aNameIsCarriedWithItsMarkupAndRefusedWhereTheCharsetHasItNot() throws IOException {
        try (ProvinceLink link = links("layout: xml").open()) {
            var names = link.facts(Samples.SICHUAN).orElseThrow().names();
            assertThat(names.carries("<王&小>")).isTrue();
            assertThat(names.carries("㐂")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            layout: xml\\nlength-offset: 4 | is not between two fields of a fixed layout's head
            layout: xml\\nvalue-length-octets: 2 | has "value-length-octets", which has no effect where layout is xml
            layout: xml\\nroot: a/b | "options.root" cannot be used; write an element name
            layout: xml\\nhead: "-"\\nbody: "-" | something else stands where a layout puts
            """)
    void saysWhatDoesNotGoTogether(String options, String why) throws IOException {
        Links links = SichuanLayouts.links(
                folder,
                options.replace("\\n", "\n"),
                SichuanLayouts.DOCUMENT.replace("name p/xm, period", "name no, period"));

        assertThatThrownBy(links::open).hasMessageContaining(why);
    }

    private ProvinceReply withheld(String document) throws IOException {
        province.script = (request, out, socket) -> out.write(TcpStub.frame(document));
        try (ProvinceLink link = links("layout: xml").open()) {
            return link.send(Samples.withhold(Samples.SICHUAN));
        }
    }

    private ProvinceReply status(String body) throws IOException {
        province.script = (request, out, socket) -> out.write(TcpStub.frame(answer("3001", HEAD, body)));
        try (ProvinceLink link = links("layout: xml").open()) {
            return link.send(Samples.query(Samples.SICHUAN));
        }
    }

    private static String answer(String code, String head, String body) {
        return "<?xml version=\"1.0\" encoding=\"GB2312\"?><msg><head code=\"" + code + "\">" + head + "</head><body>"
                + body + "</body></msg>";
    }

    private Links links(String options) throws IOException {
        return SichuanLayouts.links(folder, options, SichuanLayouts.DOCUMENT)
                .set("tongban.province.51.endpoint", province.endpoint());
    }

    private static ProvinceReply unreadable() {
        return new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE);
    }
}
