package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Configured;
import io.tongban.province.ProvinceCode;
import io.tongban.province.TransactionKind;
import io.tongban.province.farside.SystemBehind;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xml.sax.InputSource;

class MessageNamesTest {
    private static final Map<String, XmlRequests> WRITERS =
            Map.of("GBK", writer("GBK"), "GB18030", writer("GB18030"), "UTF-8", writer("UTF-8"));

    /** The message is text; what cannot be told apart from another name in the charset behind it is not sent. */
    @Property(tries = 3000)
    void carriesANameWholeOrNotAtAll(@ForAll("names") String name, @ForAll("charsets") String charset)
            throws Exception {
        XmlRequests writer = WRITERS.get(charset);
        if (writer.carries(Field.NAME, name)) {
            String read = textOf(writer.write(TransactionKind.REGISTER, fields(name)));
            assertThat(read).isEqualTo(name);
            assertThat(SystemBehind.kept(read, Charset.forName(charset))).isEqualTo(name);
        } else {
            assertThatThrownBy(() -> writer.write(TransactionKind.REGISTER, fields(name)))
                    .isInstanceOf(NotCarried.class);
        }
    }

    @Example
    void carriesRareSurnamesOnlyWhereTheSystemBehindHasThem() {
        for (String rare : List.of("㐂", "𠮷")) {
            assertThat(WRITERS.get("GBK").carries(Field.NAME, rare)).isFalse();
            assertThat(WRITERS.get("GB18030").carries(Field.NAME, rare)).isTrue();
            assertThat(WRITERS.get("UTF-8").carries(Field.NAME, rare)).isTrue();
        }
    }

    @Example
    void carriesMarkupAndNothingThatWouldNotComeBack() {
        XmlRequests utf8 = WRITERS.get("UTF-8");
        assertThat(List.of("<王&小>]]>明", "阿卜杜拉·买买提", "O'Neil \"王\"")).allMatch(name -> utf8.carries(Field.NAME, name));
        assertThat(List.of("", " 王", "王\u0000", "王\uD842", "王\uFFFE", "王\n明", "x".repeat(51)))
                .noneMatch(name -> utf8.carries(Field.NAME, name));
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("GBK", "GB18030", "UTF-8");
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> anything =
                Arbitraries.integers().between(0, 0xFFFF).map(unit -> String.valueOf((char) unit.intValue()));
        Arbitrary<String> han = Arbitraries.oneOf(
                        Arbitraries.integers().between(0x4E00, 0x9FA5),
                        Arbitraries.integers().between(0x3400, 0x4DB5),
                        Arbitraries.integers().between(0x20000, 0x323AF))
                .map(Character::toString);
        return Arbitraries.oneOf(anything, Arbitraries.of("王", "䶮", "𠮷", "<", "&", "]]>", "\"", "'"), han)
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    private static String textOf(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("AAC003")
                .item(0)
                .getTextContent();
    }

    private static Map<Field, String> fields(String name) {
        return Map.of(
                Field.CITIZEN_NUMBER,
                "11010519491231002X",
                Field.MOBILE,
                "13900000000",
                Field.PLACE,
                "1",
                Field.TRANSACTION,
                "HA1001",
                Field.SERIAL,
                "W261123175200000001A",
                Field.OPERATOR,
                "TONGBAN",
                Field.SENT_AT,
                "20261123175200",
                Field.NAME,
                name);
    }

    private static XmlRequests writer(String charset) {
        return new XmlRequests(henan(), StandardCharsets.UTF_8, Charset.forName(charset));
    }

    private static ProvinceProfile henan() {
        return Profiles.read(Configured.dialects(), Configured::property, Optional.empty())
                .inForce(new ProvinceCode("41"), LocalDate.of(2026, 11, 23))
                .orElseThrow();
    }
}
