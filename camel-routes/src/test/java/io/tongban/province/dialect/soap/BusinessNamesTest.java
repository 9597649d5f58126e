package io.tongban.province.dialect.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Configured;
import io.tongban.province.ProvinceCode;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
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
    private static final List<Slot> BODY = List.of(new Slot(Field.NAME, 0, "AAC003"));
    private static final BusinessWriter WRITER = new BusinessWriter(guangdong());

    @Property(tries = 2000)
    void carriesANameWholeOrNotAtAll(@ForAll("names") String name) throws Exception {
        if (WRITER.carries(Field.NAME, name)) {
            String xml = WRITER.write(BODY, fields(name));
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml)))
                            .getElementsByTagName("AAC003")
                            .item(0)
                            .getTextContent())
                    .isEqualTo(name);
        } else {
            assertThatThrownBy(() -> WRITER.write(BODY, fields(name))).isInstanceOf(NotCarried.class);
        }
    }

    @Example
    void carriesRareSurnamesAndMarkup() {
        assertThat(List.of("䶮", "𠮷", "<王&小>]]>明", "阿卜杜拉·买买提")).allMatch(name -> WRITER.carries(Field.NAME, name));
        assertThat(List.of("", " 王", "王\u0000", "王\uD842", "王\uFFFE", "x".repeat(51)))
                .noneMatch(name -> WRITER.carries(Field.NAME, name));
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

    private static Map<Field, String> fields(String name) {
        return Map.of(
                Field.TRANSACTION,
                "GD1001",
                Field.SERIAL,
                "W261123175200000001A",
                Field.OPERATOR,
                "TONGBAN",
                Field.SENT_AT,
                "20261123175200",
                Field.NAME,
                name);
    }

    private static ProvinceProfile guangdong() {
        return Profiles.read(Configured.dialects(), Configured::property, Optional.empty())
                .inForce(new ProvinceCode("44"), LocalDate.of(2026, 11, 23))
                .orElseThrow();
    }
}
