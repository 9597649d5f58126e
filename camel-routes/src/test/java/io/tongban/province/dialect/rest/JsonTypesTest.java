package io.tongban.province.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tongban.province.InsuredPerson;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.Seal;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, booleans and nulls of a flat document, over a real socket, each signed as it stands there. */
class JsonTypesTest {
    private static final String FILE = "33-zhejiang.yaml";
    private static final Seal SEAL = Seal.hmac("secret-of-33");
    private static final Pattern MEMBER = Pattern.compile("\"([a-z0-9]+)\":(\"[^\"]*\"|\\[.*?]|[^,}]+)");

    /** Members of each request, values as they stand. */
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    /** Of the answer, values as they stand. */
    private final Map<String, String> answer =
            new TreeMap<>(Map.of("fhdm", "\"0000\"", "dzdh", "7", "yjje", "1102", "jzsj", "\"20261123175201\""));

    private HttpServer server;
    private Links links;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", http -> {
            try (http) {
                String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                Map<String, String> request = new TreeMap<>();
                MEMBER.matcher(body).results().forEach(member -> request.put(member.group(1), member.group(2)));
                requests.add(request);
                boolean signIn = http.getRequestURI().getPath().endsWith("ZJ0001");
                String ok = answer.get("fhdm").startsWith("\"") ? "\"0000\"" : "true";
                byte[] octets = answered(request, signIn ? Map.of("fhdm", ok, "signno", "\"S-1\"") : answer);
                http.sendResponseHeaders(200, octets.length);
                http.getResponseBody().write(octets);
            }
        });
        server.start();
        try (RestProvince keys = new RestProvince(folder)) {
            links = keys.signing("hmac-sm3").links;
        }
        links.set(
                        RestProvince.PREFIX + "endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .edit(FILE, "return-codes:", "formats: {amount: {unit: yuan}, base: {unit: fen}}\nreturn-codes:")
                .edit(FILE, "- period aae002\n", "- number period aae002\n")
                .edit(FILE, "- base aae180 ", "- number base aae180 ")
                .edit(FILE, "- amount yjje ", "- number amount yjje ")
                .edit(
                        FILE,
                        "- payer aab001\n",
                        "- nullable payer aab001\n      - boolean =true jj\n      - number =3 qd\n")
                .edit(
                        FILE,
                        "reply: [receipt-number dzdh, amount yjje, booked-at jzsj]",
                        "reply: [number receipt-number dzdh, number amount yjje, booked-at jzsj]");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static byte[] answered(Map<String, String> request, Map<String, String> members) {
        Map<String, String> all = new TreeMap<>(members);
        all.put("lsh", request.get("lsh"));
        all.put("timestamp", "\"20261123175200\"");
        all.put("sign", '"' + SEAL.sign(signed(all)) + '"');
        return all.entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As the page says: by name, texts without their marks, everything else as it stands, null as nothing. */
    private static String signed(Map<String, String> members) {
        return members.entrySet().stream()
                .filter(member -> !member.getKey().equals("sign")
                        && !member.getValue().equals("null")
                        && !member.getValue().equals("\"\""))
                .map(member -> member.getKey() + "=" + member.getValue().replaceAll("^\"|\"$", ""))
                .collect(Collectors.joining("&"));
    }

    private ProvinceReply withheld() {
        try (ProvinceLink link = links.open()) {
            return link.send(Samples.withhold(RestProvince.ZHEJIANG));
        }
    }

    private Map<String, String> sent() {
        return requests.get(requests.size() - 1);
    }

    @Test
    void writesNumbersAndBooleansAndSignsThemAsTheyStand() {
        assertThat(withheld()).isInstanceOf(ProvinceReply.Accepted.class);

        assertThat(sent())
                .containsEntry("yjje", "1102")
                .containsEntry("aae180", "551000")
                .containsEntry("aae002", "202610")
                .containsEntry("jj", "true")
                .containsEntry("qd", "3")
                .containsEntry("aac001", "\"4400000001\"");
        assertThat(sent().get("sign")).isEqualTo('"' + SEAL.sign(signed(sent())) + '"');
    }

    @ParameterizedTest
    @CsvSource({"1, 0.01", "10, 0.1", "110205, 1102.05", "110250, 1102.5", "999999999999, 9999999999.99"})
    void writesFenAsYuanToTheLastDigitWithoutZerosThatSayNothing(long fen, String number) {
        try (ProvinceLink link = links.open()) {
            link.send(new ProvinceCommand.Withhold(
                    RestProvince.ZHEJIANG,
                    Samples.SERIAL,
                    Samples.PERSON,
                    "4400000001",
                    Samples.PENSION,
                    YearMonth.of(2026, 10),
                    551_000,
                    fen,
                    Samples.PAYER));
        }

        assertThat(sent()).containsEntry("yjje", number);
    }

    @ParameterizedTest
    @CsvSource({"1102", "1102.0", "1102.00", "1.102e3", "1.1020E+3", "110200e-2"})
    void readsANumberHoweverItIsWritten(String number) {
        answer.put("yjje", number);

        assertThat(withheld())
                .isInstanceOfSatisfying(
                        ProvinceReply.Accepted.class,
                        accepted -> assertThat(accepted.detail())
                                .isInstanceOfSatisfying(
                                        ProvinceDetail.Withheld.class,
                                        booked -> assertThat(booked.receiptNumber())
                                                .isEqualTo("7")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yjje | "1102"
            yjje | 1102.001
            yjje | -1102
            yjje | 1e99999999
            yjje | 1e-99999999
            yjje | 1e99999999999
            yjje | 1e-99999999999
            yjje | 110200000000000000000000000000000000000000e-37
            yjje | true
            yjje | null
            yjje | [1102]
            dzdh | 7.5
            dzdh | "7"
            jzsj | 20261123175201
            """)
    void isUnreadableWhereAValueIsOfAnotherType(String member, String value) {
        answer.put(member, value);

        assertThat(withheld()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
    }

    @Test
    void anotherAmountThatIsANumberIsAnotherAmount() {
        answer.put("yjje", "1102.01");

        assertThat(withheld()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.AMOUNT_DIFFERS));
    }

    @Test
    void writesNullForWhatACommandHasNotAndReadsItAsNothing() {
        links.edit(FILE, "mobile aac067, place aae173]", "nullable mobile aac067, number place aae173]")
                .edit(FILE, "paid-through aae042]", "nullable number paid-through aae042]");
        answer.put(
                "rows",
                "[{\"aae140\":\"110\",\"aac031\":\"1\",\"aae042\":null},{\"aae140\":\"310\",\"aac031\":\"1\",\"aae042\":202610}]");

        try (ProvinceLink link = links.open()) {
            link.send(Samples.register(
                    RestProvince.ZHEJIANG, new InsuredPerson(Samples.CITIZEN_NUMBER, Samples.NAME, "")));
            assertThat(sent()).containsEntry("aac067", "null").containsEntry("aae173", "1");
            assertThat(sent().get("sign")).isEqualTo('"' + SEAL.sign(signed(sent())) + '"');

            assertThat(link.send(Samples.query(RestProvince.ZHEJIANG)))
                    .isInstanceOfSatisfying(
                            ProvinceReply.Accepted.class,
                            accepted -> assertThat(accepted.detail())
                                    .isInstanceOfSatisfying(
                                            ProvinceDetail.Covers.class,
                                            covers -> assertThat(covers.covers())
                                                    .extracting(ProvinceDetail.Cover::paidThrough)
                                                    .containsExactly(null, YearMonth.of(2026, 10))));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void readsAReturnCodeThatIsABoolean(String said, boolean accepted) throws IOException {
        String shipped = Links.shipped(FILE);
        String codes = shipped.substring(shipped.indexOf("  \"0000\": ok"), shipped.indexOf("\nhead:"));
        links.edit(FILE, "return-code fhdm", "boolean return-code fhdm")
                .edit(FILE, codes, "  \"true\": ok\n  \"false\": person-unknown\n");
        answer.put("fhdm", said);

        assertThat(withheld()).isInstanceOf(accepted ? ProvinceReply.Accepted.class : ProvinceReply.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - name aac003 | - number name aac003 | is never a number
            - name aac003 | - boolean name aac003 | is never a boolean
            - number =3 qd | - number =03 qd | is no number as JSON has it
            - number =3 qd | - number =3.10 qd | is no number as JSON has it
            - boolean =true jj | - boolean =yes jj | is no boolean as JSON has it
            - boolean =true jj | - nullable =1 jj | is always there; remove "nullable"
            - nullable payer aab001 | - nullable base aab001 | has "nullable base", and every withhold has one
            return-code fhdm | number return-code fhdm | has "number return-code", and its code "0000" is none
            return-code fhdm | nullable return-code fhdm | has "nullable return-code", which is always needed
            {unit: yuan} | {unit: yuan, digits: 12} | no number of JSON has zeros or + before it
            {unit: fen}} | {unit: fen}, period: {pattern: yyyy-MM}} | "formats.period" has more than digits
            """)
    void refusesTypesThatContradictWhatIsWrittenThere(String old, String now, String why) {
        links.edit(FILE, old, now);

        assertThatThrownBy(links::open).hasStackTraceContaining(why).hasStackTraceContaining(FILE + ":");
    }

    @ParameterizedTest
    @CsvSource({
        "number, 44-guangdong.yaml, amount YJJE",
        "nullable, 34-anhui.yaml, payer",
        "boolean, 51-sichuan.yaml, payer 18"
    })
    void refusesTypesWhereAllAreTexts(String word, String file, String line) {
        links.edit(file, line, word + " " + line);

        assertThatThrownBy(links::open)
                .hasStackTraceContaining("has \"" + word + "\", and values are texts in this dialect");
    }
}
