package io.tongban.province.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.province.Configured;
import io.tongban.province.ProvinceCode;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.farside.SystemBehind;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Names on their way to a system of each charset; the wire is UTF-8 for all of them. */
class CarriedNamesTest {
    private static final Map<String, RestCodec> CODECS = Stream.of("GBK", "GB18030", "UTF-8")
            .collect(Collectors.toMap(charset -> charset, charset -> new RestCodec(profile(charset))));

    @Property(tries = 3000)
    void carriesANameWholeOrNotAtAll(@ForAll("charsets") String charset, @ForAll("names") String name)
            throws Exception {
        RestCodec codec = CODECS.get(charset);
        if (carries(charset, name)) {
            Map<?, ?> json = new ObjectMapper().readValue(codec.write(call(name)), Map.class);
            assertThat(json.get("aac003")).isEqualTo(name);
            assertThat(SystemBehind.kept(name, Charset.forName(charset))).isEqualTo(name);
        } else {
            assertThatThrownBy(() -> codec.write(call(name))).isInstanceOf(NotCarried.class);
        }
    }

    @Property(tries = 2000)
    void carriesEveryCharacterOfChineseThatTheSystemBehindHolds(
            @ForAll("charsets") String charset, @ForAll("han") String name) {
        assertThat(carries(charset, name))
                .isEqualTo(SystemBehind.kept(name, Charset.forName(charset)).equals(name));
    }

    @Example
    void carriesRareSurnamesToWhomHoldsThem() {
        assertThat(List.of("䶮", "𠮷", "阿卜杜拉·买买提", "<王\"\\明>"))
                .allMatch(name -> carries("GB18030", name) && carries("UTF-8", name));
        assertThat(List.of("㐂", "𠮷")).noneMatch(name -> carries("GBK", name));
        assertThat(List.of("", " 王", "王\u0000", "王\uD842", "王&yjje=1", "x".repeat(51)))
                .noneMatch(name -> carries("UTF-8", name));
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("GBK", "GB18030", "UTF-8");
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> anything =
                Arbitraries.integers().between(0, 0xFFFF).map(unit -> String.valueOf((char) unit.intValue()));
        return Arbitraries.oneOf(anything, Arbitraries.of("王", "&", "=", "\"", "\\", " "), hanCharacter())
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
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

    private static boolean carries(String charset, String name) {
        try {
            CODECS.get(charset).requireCarried(call(name));
            return true;
        } catch (NotCarried e) {
            return false;
        }
    }

    private static RestCall call(String name) {
        return new RestCall(
                TransactionKind.REGISTER,
                TransactionKind.REGISTER,
                Map.of(
                        Field.TRANSACTION, "ZJ1001",
                        Field.SERIAL, "W261123175200000001A",
                        Field.OPERATOR, "TONGBAN",
                        Field.SENT_AT, "20261123175200",
                        Field.CITIZEN_NUMBER, "11010519491231002X",
                        Field.NAME, name,
                        Field.MOBILE, "13800000000",
                        Field.PLACE, "1"));
    }

    private static ProvinceProfile profile(String charset) {
        try (InputStream in = CarriedNamesTest.class.getResourceAsStream("/provinces/33-zhejiang.yaml")) {
            Path folder = Files.createTempDirectory("profiles");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("33-zhejiang.yaml"), text.replace("GB18030", charset));
            return Profiles.read(Configured.dialects(), Configured::property, Optional.of(folder))
                    .inForce(new ProvinceCode("33"), LocalDate.of(2026, 11, 23))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
