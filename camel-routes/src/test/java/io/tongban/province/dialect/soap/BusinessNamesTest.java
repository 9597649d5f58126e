package io.tongban.province.dialect.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Configured;
import io.tongban.province.ProvinceCode;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import java.io.StringReader;
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

class BusinessNamesTest {
    private static final FieldTexts TEXTS = new FieldTexts(guangdong());
    private static final RequestWriter WRITER =
            new RequestWriter(guangdong(), new UsernameToken(guangdong(), Samples.CLOCK));

    @Property(tries = 2000)
    void carriesANameWholeOrNotAtAll(@ForAll("names") String name) throws Exception {
        if (TEXTS.carries(Field.NAME, name)) {
            String xml = document(WRITER.write(call(name)));
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml)))
                            .getElementsByTagName("AAC003")
                            .item(0)
                            .getTextContent())
                    .isEqualTo(name);
        } else {
            assertThatThrownBy(() -> WRITER.write(call(name))).isInstanceOf(NotCarried.class);
        }
    }

    @Example
    void carriesRareSurnamesAndMarkup() {
        assertThat(List.of("䶮", "𠮷", "<王&小>]]>明", "阿卜杜拉·买买提")).allMatch(name -> TEXTS.carries(Field.NAME, name));
        assertThat(List.of("", " 王", "王\u0000", "王\uD842", "王\uFFFE", "x".repeat(51)))
                .noneMatch(name -> TEXTS.carries(Field.NAME, name));
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> anything =
                Arbitraries.integers().between(0, 0xFFFF).map(unit -> String.valueOf((char) unit.intValue()));
        Arbitrary<String> han = Arbitraries.integers().between(0x20000, 0x323AF).map(Character::toString);
        return Arbitraries.oneOf(anything, Arbitraries.of("王", "<", "&", "]]>", "\"", "'"), han)
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    /** The text of the envelope's one parameter. */
    private static String document(String envelope) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(envelope)))
                .getElementsByTagName("request")
                .item(0)
                .getTextContent();
    }

    private static SoapCall call(String name) {
        Map<Field, String> fields = Map.of(
                Field.TRANSACTION,
                "GD1001",
                Field.SERIAL,
                "W261123175200000001A",
                Field.OPERATOR,
                "TONGBAN",
                Field.SENT_AT,
                "20261123175200",
                Field.NAME,
                name,
                Field.CERTIFICATE_KIND,
                "01",
                Field.CITIZEN_NUMBER,
                Samples.CITIZEN_NUMBER,
                Field.MOBILE,
                Samples.MOBILE,
                Field.PLACE,
                "1");
        return new SoapCall(TransactionKind.REGISTER, TransactionKind.REGISTER, fields);
    }

    private static ProvinceProfile guangdong() {
        return Profiles.read(Configured.dialects(), Configured::property, Optional.empty())
                .inForce(new ProvinceCode("44"), LocalDate.of(2026, 11, 23))
                .orElseThrow();
    }
}
