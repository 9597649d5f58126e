package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Configured;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.dated.DataFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {
    private static final List<DialectNeeds> DIALECTS = Configured.dialects();
    private static final Function<String, Optional<String>> PROPERTIES = Configured::property;

    @TempDir
    Path folder;

    @Test
    void readsEveryFileThatIsShipped() throws IOException {
        try (Stream<Path> shipped = Files.list(Path.of("src/main/resources/provinces"))) {
            assertThat(shipped("index").lines())
                    .containsExactlyInAnyOrderElementsOf(
                            shipped.map(path -> path.getFileName().toString())
                                    .filter(name -> name.endsWith(".yaml"))
                                    .toList());
        }
        assertThat(read().versions()).hasSize((int) shipped("index").lines().count());
    }

    @Test
    void keepsPasswordsOutOfItsText() {
        assertThat(read().versions())
                .noneMatch(profile ->
                        profile.toString().contains(profile.password().value()))
                .noneMatch(profile -> profile.options()
                        .find("private-key")
                        .filter(key -> profile.toString().contains(key))
                        .isPresent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dialect: tcp | dialect: telex | :8: "dialect" is not a dialect; write one of [
            code: "51" | code: "5" | :5: "code" is wrong: a province code has two digits
            charset: GBK | charset: Big5 | :12: "charset" is not spoken by the dialect; write one of [GB
            reply: 10s | reply: soon | :13: "timeouts.reply" is not a time from 1ms to 600s; write 10s or 500ms
            frame-bytes: 8192 | frame-bytes: 8 | :15: "limits.frame-bytes" is not a number from 64 to 1048576
            frame-bytes: 8192 | frame-byte: 8192 | :15: "limits" lacks "frame-bytes"; add it
            wait-for-call: 2s | wait-for-call: 2s, x: 1 | :17: not YAML
            calls-at-once: 16 | calls-at-once: 16\\n  calls: 1 | :17: "limits.calls" is not known here; remove it
            B001: person-unknown | B001: unknown-person | "return-codes.B001" is not known: "unknown-person"; write one of [ok
            B001: person-unknown | "0000": ok | "return-codes.0000" is there twice; leave one
            serial 20, operator | serial 12, operator | is too narrow; a serial has 20 characters
            serial 20, operator | serial, operator | is not a layout line; write a field and a width in bytes
            serial 20, operator | serial AAC, operator | does not end with a width in bytes: "AAC"
            serial 20, operator | serail 20, operator | is not known: "serail"; write one of [transaction, serial
            serial 20, operator | operator | "head.request" has no "serial" in its layout; add it
            operator 10, sent-at | token 10, sent-at | "head.request" has "token", which no head of tcp has; remove it
            name 40, mobile | base 40, mobile | "transactions.register.request" has "base", which no register has; remove it
            asked-serial 20 | asked-serial 20, payer 18 | "transactions.inquire.request" has "payer", which no inquire has
            asked-serial 20 | asked-serial 19 | is too narrow; a serial has 20 characters
            wait-for-call: 2s | wait-for-call: 2s\\n  widths: {asked-serial: 19} | "limits.widths.asked-serial" is not a number from 20 to
            receipt-number 20, amount | amount | "transactions.withhold" has no "receipt-number" in its reply; add it
            household: "2" | household: "1" | "codes.place.system" is wrong: two words have the same code
            , household: "2" | '' | "codes.place.map" is not whole; give each of [work-place, household] a code
            insurances: [AAE140:110, AAE140:310] | insurances: [AAE140:999] | has no code; add it to codes.insurance.map
            insurances: [AAE140:110, AAE140:310] | insurances: [110] | is wrong: an insurance kind is written AAE140:nnn
            ${tongban.province.51.password} | hunter2 | :11: "password" is a secret and must not stand in a file
            ${tongban.province.51.endpoint} | http://localhost | :9: "endpoint" is not an address
            from: 2025-01-01 | from: 1.1.2025 | :7: "valid.from" is not a date; write 2026-01-31
            from: 2025-01-01 | from: 2025-01-01, to: 2024-01-01 | is wrong: ends before it begins
            zh: 四川 | zh: [ | not YAML
            code: "1001"\\n    capability: online | code: "1001"\\n    capability: batch | "transactions.register.capability" is batch, and the dialect tcp does not collect; write online, manual or none
            code: "1001"\\n    capability: online | code: "1001"\\n    capability: manual | "transactions.register.code" is not known here; remove it
            code: "1001" | code: "1001"\\n    repeatable: maybe | "transactions.register.repeatable" is neither; write yes or no
            code: "2001" | code: "2001"\\n    repeatable: yes | "transactions.withhold.repeatable" is not known here
            """)
    void stopsTheStartWithFileAndLineAndWhatToWriteInstead(String old, String now, String message) throws IOException {
        String text = shipped("51-sichuan.yaml");
        assertThat(text).contains(lines(old));
        Files.writeString(folder.resolve("51-sichuan.yaml"), text.replace(lines(old), lines(now)));

        assertThatThrownBy(this::read)
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("51-sichuan.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void takesNoSignInThatADialectNeedsForManual() throws IOException {
        String profile = Links.shipped("33-zhejiang.yaml");
        int begin = profile.indexOf("  sign-in:\n");
        String signIn = profile.substring(begin, profile.indexOf("  register:\n"));
        change("33-zhejiang.yaml", signIn, "  sign-in: {capability: manual}\n");

        assertThatThrownBy(this::read)
                .hasMessageEndingWith("\"transactions\" lacks \"sign-in\", which the dialect rest needs; add it");
    }

    @Test
    void namesThePropertyThatIsNotSet() {
        assertThatThrownBy(() -> Profiles.read(
                        DIALECTS,
                        name -> name.equals("tongban.province.44.endpoint") ? Optional.empty() : PROPERTIES.apply(name),
                        Optional.empty()))
                .hasMessage("44-guangdong.yaml:9: \"endpoint\" needs the property tongban.province.44.endpoint,"
                        + " which is not set; configure it");
    }

    @Test
    void aShippedProvinceOfWhichNothingIsSetIsOff() {
        Profiles profiles = Profiles.read(DIALECTS, withoutOf("44", "65"), Optional.empty());

        assertThat(profiles.off().keySet()).containsExactly(new ProvinceCode("44"), new ProvinceCode("65"));
        assertThat(profiles.provinces())
                .doesNotContain(new ProvinceCode("44"), new ProvinceCode("65"))
                .hasSize(30);
        assertThat(profiles.off().get(new ProvinceCode("44")).nameZh()).isEqualTo("广东");
    }

    /** Whoever puts a file there means it to run. */
    @Test
    void aProfileOfTheOperatorsIsNeverOff() throws IOException {
        Files.writeString(folder.resolve("44-guangdong.yaml"), shipped("44-guangdong.yaml"));

        assertThatThrownBy(() -> Profiles.read(DIALECTS, withoutOf("44"), Optional.of(folder)))
                .hasMessageEndingWith("which is not set; configure it");
    }

    @Test
    void aProfileOfTheOperatorsTakesThePlaceOfTheShippedOneThatIsOff() throws IOException {
        Files.writeString(
                folder.resolve("44-our-own.yaml"),
                shipped("44-guangdong.yaml").replace("tongban.province.44.", "tongban.province.ours."));

        Profiles profiles = Profiles.read(DIALECTS, withoutOf("44"), Optional.of(folder));

        assertThat(profiles.off()).isEmpty();
        assertThat(profiles.provinces()).hasSize(32).contains(new ProvinceCode("44"));
    }

    private static Function<String, Optional<String>> withoutOf(String... provinces) {
        return name -> Stream.of(provinces).anyMatch(code -> name.startsWith("tongban.province." + code + "."))
                ? Optional.of(" ")
                : PROPERTIES.apply(name.replace(".ours.", ".44."));
    }

    @Test
    void namesTheFolderThatIsNotThere() {
        assertThatThrownBy(() -> Profiles.read(DIALECTS, PROPERTIES, Optional.of(folder.resolve("none"))))
                .isInstanceOf(DataFileException.class)
                .hasMessageEndingWith("is not a folder that can be read; name another or none");
    }

    @Test
    void findsTheVersionOfTheDay() throws IOException {
        change("51-sichuan.yaml", "from: 2025-01-01", "from: 2025-01-01, to: 2026-12-31");
        Files.writeString(
                folder.resolve("51-sichuan-2027.yaml"),
                shipped("51-sichuan.yaml").replace("2025-01-01", "2027-01-01").replace("TONGBAN", "TB2027"));

        assertThat(operator(LocalDate.of(2026, 12, 31))).contains("TONGBAN");
        assertThat(operator(LocalDate.of(2027, 1, 1))).contains("TB2027");
        assertThat(operator(LocalDate.of(2024, 12, 31))).isEmpty();
    }

    @Test
    void refusesTwoVersionsOfOneDay() throws IOException {
        Files.writeString(folder.resolve("51-again.yaml"), shipped("51-sichuan.yaml"));

        assertThatThrownBy(this::read)
                .hasMessage("51-sichuan.yaml: is in force on days on which 51-again.yaml is, for the same province;"
                        + " end one with valid.to");
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    private Optional<String> operator(LocalDate day) {
        return read().inForce(new ProvinceCode("51"), day).map(ProvinceProfile::operator);
    }

    private void change(String file, String old, String now) throws IOException {
        Path copy = folder.resolve(file);
        String text = Files.exists(copy) ? Files.readString(copy) : shipped(file);
        assertThat(text).contains(old);
        Files.writeString(copy, text.replace(old, now));
    }

    private Profiles read() {
        return Profiles.read(DIALECTS, PROPERTIES, Optional.of(folder));
    }

    private static String shipped(String file) throws IOException {
        try (InputStream in = ProfilesTest.class.getResourceAsStream("/provinces/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
