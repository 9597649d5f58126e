package io.tongban.province.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.InsuredPerson;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes a profile sees what it does before there is a system to do it to. */
class WorkbenchTest {
    private static final Charset GBK = Charset.forName("GBK");
    private final Map<String, String> given = new HashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    static Stream<String> shipped() throws IOException {
        return Links.shipped("index").lines();
    }

    /** Nothing is configured: addresses, passwords and keys are stood in for, and nobody is called. */
    @ParameterizedTest
    @MethodSource("shipped")
    void showsWhatEachShippedProfileSends(String file) throws IOException {
        assertThat(check(profile(file))).as(text()).isZero();

        assertThat(text())
                .contains("\nregister", "\nwithhold", "All is right.")
                .containsPattern("\\d  citizen-number +31 31 39 39 39 39 31 39")
                .contains("Not set here, so that something stands in", "password")
                .doesNotContain("-next");
    }

    /** The ruler is laid along the very octets that go over the wire. */
    @Test
    void showsTheOctetsThatTheRouteSends() throws Exception {
        try (TcpStub province = new TcpStub()) {
            given.put("tongban.province.51.endpoint", province.endpoint());
            given.put("tongban.province.51.password", "secret-of-51");
            assertThat(check(profile("51-sichuan.yaml"))).isZero();
            byte[] shown = octets("register");

            Links links = new Links(Files.createDirectories(folder.resolve("links")));
            given.forEach(links::set);
            try (var link = links.open()) {
                link.send(register());
            }
            assertThat(new String(shown, GBK)).isEqualTo(new String(TcpStub.frame(province.requests.get(0)), GBK));
        }
        assertThat(text())
                .contains(
                        "     0      6  length               30 30 30 31 33 34",
                        "     6      4  transaction          31 30 30 31",
                        "    10     20  serial               43 30 30 30");
    }

    @Test
    void namesEachPieceOfADocumentAndKeepsThePasswordToItself() throws IOException {
        given.put("tongban.province.44.password", "hunter2-hunter2");
        assertThat(check(profile("44-guangdong.yaml"))).isZero();

        assertThat(text())
                .contains("sign-in: the body of a POST", "***************")
                .containsPattern("name +e6 b5 8b e8 af 95 e5 91 98 +测试员")
                .doesNotContain("hunter2", HexFormat.ofDelimiter(" ").formatHex("hunter2".getBytes(GBK)));
    }

    /** By whatever name it travels. */
    @ParameterizedTest
    @ValueSource(strings = {"a/@pw", "AuthHeader/Pwd"})
    void neverHasThePasswordThatItDoesNotShow(String place) throws IOException {
        given.put("tongban.province.44.password", "<hunter2>&hunter2");
        Path profile = profile("44-guangdong.yaml");
        Files.writeString(
                profile,
                Files.readString(profile).replace("request: [password password]", "request: [password " + place + "]"));

        assertThat(check(profile)).isZero();
        assertThat(text()).contains("*****************").doesNotContain("hunter2");
    }

    @Test
    void tellsAllMistakesAtOnceEachWithItsLine() throws IOException {
        Path wrong = profile("51-sichuan.yaml");
        Files.writeString(
                wrong,
                Files.readString(wrong)
                        .replace("charset: GBK", "charset: UTF-16")
                        .replace("reply: 10s", "reply: soon")
                        .replace("serial 20, operator", "serail 20, operator")
                        .replace("B001: person-unknown", "B001: unknown-person")
                        .replace("[citizen-number 18, name 40, mobile", "[citizen-number 18, base 40, mobile")
                        .replace("typical: 2s", "tipical: 2s"));

        assertThat(check(wrong)).isEqualTo(1);
        assertThat(text().lines())
                .hasSize(6)
                .allMatch(line -> line.matches("51-sichuan\\.yaml:\\d+: \".*"))
                .anyMatch(line -> line.contains("is not spoken by the dialect; write one of"))
                .anyMatch(line -> line.contains("write 10s or 500ms"))
                .anyMatch(line -> line.contains("is not known: \"serail\"; write one of"))
                .anyMatch(line -> line.contains("is not known: \"unknown-person\""))
                .anyMatch(line -> line.contains("has \"base\", which no register has; remove it"))
                .anyMatch(line -> line.contains("\"tipical\" is not known here"));
    }

    /** What only the building of a route would find is found here, too. */
    @Test
    void tellsWhatOnlyTheBuildingOfARouteWouldTell() throws IOException {
        Path wrong = profile("34-anhui.yaml");
        Files.writeString(wrong, Files.readString(wrong).replace("operator: TONGBAN", "operator: TONG BAN"));

        assertThat(check(wrong)).isEqualTo(1);
        assertThat(text()).contains("\"TONG BAN\" cannot be part of a file's name; write letters, digits and -");
    }

    @Test
    void saysWhichFieldCannotBeWritten() throws IOException {
        Path wrong = profile("51-sichuan.yaml");
        Files.writeString(wrong, Files.readString(wrong).replace("name 40, mobile", "name 4, mobile"));

        assertThat(check(wrong)).isEqualTo(1);
        assertThat(text()).contains("51-sichuan.yaml: \"name\" of register cannot be written for a test person");
    }

    @ParameterizedTest
    @CsvSource({"0000, accepted", "B001, 'refused, person-unknown'", "7777, 'unknown, code-unknown'"})
    void readsAPastedAnswerAsTheRouteWould(String code, String verdict) throws IOException {
        String head = TcpStub.head("1001", "C0000000000000000001", code);
        byte[] answer = TcpStub.frame(head + (code.equals("0000") ? "510000000001" : ""));

        assertThat(answer(profile("51-sichuan.yaml"), "register", answer)).isZero();
        assertThat(text()).contains("return-code          " + code, "is taken for: " + verdict);
    }

    @ParameterizedTest
    @CsvSource({"30, 'unknown, connection-cut'", "3, 'unknown, connection-cut'"})
    void saysWhyAPastedAnswerSaysNothing(int octets, String verdict) throws IOException {
        byte[] answer = TcpStub.frame(TcpStub.head("1001", "C0000000000000000001", "0000") + "510000000001");

        answer(profile("51-sichuan.yaml"), "register", java.util.Arrays.copyOf(answer, octets));
        assertThat(text()).contains("is taken for: " + verdict);
    }

    /** Whoever writes a layout has it wrong by one place, and sees at which. */
    @ParameterizedTest
    @CsvSource({
        "000000110200, 20261123175201, accepted",
        "00000011020A, 20261123175201, 'unknown, unreadable at amount'",
        "000000110200, 20261323175201, 'unknown, unreadable at booked-at'",
        "000000110200, 2026112317, 'unknown, unreadable at booked-at'",
        "000000170000, 20261123175201, 'unknown, amount-differs'"
    })
    void saysAtWhichFieldAPastedAnswerIsUnreadable(String amount, String bookedAt, String verdict) throws IOException {
        byte[] answer = TcpStub.frame(TcpStub.head("2001", "C0000000000000000001", "0000") + "SC20261123000001    "
                + amount.replace("110200", "160000") + bookedAt);

        answer(profile("51-sichuan.yaml"), "withhold", answer);

        assertThat(text()).contains("is taken for: " + verdict + "\n");
    }

    @Test
    void saysThatAPastedAnswerIsToAnotherSerial() throws IOException {
        byte[] answer = TcpStub.frame(TcpStub.head("1001", "C0000000000000000009", "0000") + "510000000001");

        answer(profile("51-sichuan.yaml"), "register", answer);

        assertThat(text()).contains("is taken for: unknown, unreadable at serial\n");
    }

    @ParameterizedTest
    @CsvSource({"soap, 44", "tcp, 51", "exchangedb, 43", "file, 34", "queue, 41", "rest, 33", "61, 61"})
    void writesAFirstProfileThatIsRight(String like, String model) throws IOException {
        Path first = folder.resolve("mine/98-dongting.yaml");
        given.put("new", like);

        assertThat(check(first)).as(text()).isZero();

        assertThat(text()).contains("Written: " + first, "98 Dongting", "All is right.");
        assertThat(Files.readString(first))
                .contains("# First profile of Dongting", "tongban.province.98.endpoint", "from: 2026-11-23")
                .contains("# What your return codes mean.", "# What stands around each request")
                .doesNotContain("INVENTED", "province." + model, "sandbox " + model)
                .startsWith("# yaml-language-server: $schema=profile.schema.json\n");
        assertThat(folder.resolve("mine/profile.schema.json")).exists();
    }

    @Test
    void writesOverNoProfileThatIsThere() throws IOException {
        Path mine = Files.writeString(folder.resolve("98-dongting.yaml"), "mine");
        given.put("new", "tcp");

        assertThatThrownBy(() -> check(mine)).hasMessageContaining("is there already");
        assertThat(mine).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({
        "telex, 98-dongting.yaml, neither a dialect nor the code",
        "99, 98-dongting.yaml, neither a dialect nor the code",
        "tcp, dongting.yaml, -Dprofile=folder/99-name.yaml"
    })
    void saysWhatAFirstProfileNeeds(String like, String file, String what) {
        given.put("new", like);

        assertThatThrownBy(() -> check(folder.resolve(file))).hasMessageContaining(what);
        assertThat(folder.resolve(file)).doesNotExist();
    }

    @Test
    void readsAPastedReplyFileRowByRow() throws IOException {
        String reply = "C0000000000000000001|0000|完成|R1|160000|20261123175300\n"
                + "C0000000000000000002|2001|已缴||||\nTOTAL|2|160000\n";
        byte[] right = reply.replace("||||", "|||").getBytes(Charset.forName("GB18030"));

        assertThat(answer(profile("34-anhui.yaml"), "withhold", right)).isZero();
        assertThat(text()).contains("receipt-number       R1", "is taken for: accepted", "is taken for: unknown");

        answer(
                profile("34-anhui.yaml"),
                "withhold",
                reply.replace("TOTAL|2", "TOTAL|3").getBytes(GBK));
        assertThat(text()).endsWith("is taken for: unknown, unreadable\n");
    }

    private static ProvinceCommand register() {
        return new ProvinceCommand.Register(
                Samples.SICHUAN,
                "C0000000000000000001",
                new InsuredPerson("119999198001010018", "测试员", "13900000001"),
                ProvinceCommand.Place.WORK_PLACE);
    }

    private Path profile(String file) throws IOException {
        Path copy = folder.resolve(file);
        return Files.exists(copy) ? copy : Files.writeString(copy, Links.shipped(file));
    }

    private int check(Path profile) throws IOException {
        given.put("profile", profile.toString());
        return Check.run(
                name -> Optional.ofNullable(given.get(name)),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Samples.CLOCK);
    }

    private int answer(Path profile, String command, byte[] octets) throws IOException {
        given.put("command", command);
        given.put("answer", Files.write(folder.resolve("answer"), octets).toString());
        return check(profile);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** What the ruler shows of one command, put together again. */
    private byte[] octets(String command) {
        String part = text().substring(text().indexOf("\n" + command + "\n"));
        part = part.substring(0, part.indexOf("\n\n"));
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        part.lines().filter(line -> line.matches(" *[0-9]+ .*")).forEach(line -> {
            assertThat(line.substring(0, 6).strip()).isEqualTo(Integer.toString(octets.size()));
            String hex = line.substring(36, Math.min(line.length(), 83)).strip();
            octets.writeBytes(HexFormat.ofDelimiter(" ").parseHex(hex));
        });
        return octets.toByteArray();
    }
}
