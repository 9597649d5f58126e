package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tongban.province.RefusalReason;
import io.tongban.province.TransactionKind;
import io.tongban.province.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An editor must not call right what the start refuses, and not refuse a key that the reader knows. */
class ProfileSchemaTest {
    private static final Pattern KNOWN = Pattern.compile("is not known here; remove it, or write one of \\[(.*)]");

    static Stream<String> shipped() {
        return ProfileSchema.resource("index").lines();
    }

    static Stream<DialectNeeds> dialects() {
        return ProfileSchema.DIALECTS.stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void takesEachShippedProfileAndIsNamedInIt(String file) {
        assertThat(ProfileSchema.schemaSays(ProfileSchema.shipped(file))).isEmpty();
        assertThat(ProfileSchema.resource(file)).startsWith("# yaml-language-server: $schema=profile.schema.json\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"third-province/99-yunmeng.yaml", "exchangedb/98-dongting.yaml", "openssh/97-cangshan.yaml"})
    void takesTheProfilesOfTheTests(String file) throws IOException {
        assertThat(ProfileSchema.schemaSays(
                        ProfileSchema.profile(Files.readString(Path.of("src/test/resources", file)))))
                .isEmpty();
    }

    @Test
    void takesTheProfilesOfFarSidesOfOtherMake() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/farsides"))) {
            List<Path> profiles =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();

            assertThat(profiles).hasSizeGreaterThan(10);
            for (Path file : profiles) {
                assertThat(ProfileSchema.schemaSays(ProfileSchema.profile(Files.readString(file))))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key 16    | true  | true
            key 16    | false | false
            password 8 | true  | true
            password 8 | false | false
            filler 8  | false | true
            filler 8  | true  | false
            """)
    void saysOfAPasswordInAFrameWhatTheReaderSays(String place, boolean given, boolean right) {
        String text = ProfileSchema.resource("51-sichuan.yaml").replace("key 16]", place + "]");
        JsonNode profile = ProfileSchema.profile(given ? text : text.replaceFirst("(?m)^password:.*\\n", ""));

        assertThat(ProfileSchema.schemaSays(profile).isEmpty()).isEqualTo(right);
        assertThat(ProfileSchema.readerSays(profile).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            root: Request | root: "-"
            result: a.b | result: a/b
            head: "-" | head: a/b
            row: item | row: "-"
            document-namespace: urn:a | document-namespace: "a b"
            document-version: "2" | document-version: "2 3"
            """)
    void saysOfTheWordsOfMessagesWhatTheReaderSays(String right, String wrong) {
        assertThat(ProfileSchema.schemaSays(messages(right))).isEmpty();
        assertThat(ProfileSchema.readerSays(messages(right))).isEmpty();
        assertThat(ProfileSchema.schemaSays(messages(wrong))).isNotEmpty();
        assertThat(ProfileSchema.readerSays(messages(wrong))).isNotEmpty();
    }

    private static JsonNode messages(String option) {
        return ProfileSchema.profile(
                ProfileSchema.resource("41-henan.yaml").replace("options:", "options:\n  " + option));
    }

    @ParameterizedTest
    @CsvSource({
        "'', /properties",
        "/name, /properties/name/properties",
        "/valid, /properties/valid/properties",
        "/timeouts, /properties/timeouts/properties",
        "/limits, /properties/limits/properties",
        "/hours, /properties/hours/properties",
        "/breaker, /properties/breaker/properties",
        "/head, /properties/head/properties",
        "/codes/place, /properties/codes/properties/place/properties",
        "/codes/insurance, /properties/codes/properties/insurance/properties",
        "/transactions/withhold, /$defs/transaction/properties"
    })
    void knowsTheKeysThatTheReaderKnowsAndNoOther(String place, String properties) {
        ObjectNode profile = ProfileSchema.shipped("51-sichuan.yaml");
        ((ObjectNode) profile.at(place)).put("unheard-of", "x");

        assertThat(ProfileSchema.schemaSays(profile)).isNotEmpty();
        assertThat(known(profile)).isEqualTo(ProfileSchema.keys(ProfileSchema.part(properties)));
    }

    @ParameterizedTest
    @CsvSource({"/codes", "/codes/place/map", "/codes/state/map", "/transactions", "/limits/widths", "/return-codes"})
    void refusesUnknownWordsWhereTheReaderDoes(String place) {
        ObjectNode profile = ProfileSchema.shipped("44-guangdong.yaml");
        ((ObjectNode) profile.at(place)).put("unheard-of", "x");

        assertThat(ProfileSchema.schemaSays(profile)).isNotEmpty();
        assertThat(ProfileSchema.readerSays(profile)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"register, repeatable, true", "withhold, repeatable, false", "inquire, repeatable, false"})
    void letsARegistrationBeRepeatableAndNothingElse(String transaction, String key, boolean known) {
        ObjectNode profile = ProfileSchema.shipped("51-sichuan.yaml");
        ((ObjectNode) profile.at("/transactions/" + transaction)).put(key, "yes");

        assertThat(ProfileSchema.schemaSays(profile).isEmpty()).isEqualTo(known);
        assertThat(ProfileSchema.readerSays(profile).isEmpty()).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void saysOfEachDialectWhatTheDialectNeeds(DialectNeeds needs) {
        JsonNode branch = ProfileSchema.branch(needs.name());

        JsonNode options = branch.at("/properties/options");
        assertThat(ProfileSchema.keys(options.get("properties")))
                .isEqualTo(needs.options().stream().map(Options.Option::name).collect(Collectors.toSet()));
        assertThat(options.get("additionalProperties").asBoolean(true)).isFalse();
        assertThat(words(options.path("required")))
                .isEqualTo(needs.options().stream()
                        .filter(option ->
                                option.usual().isEmpty() && option.where().isEmpty())
                        .map(Options.Option::name)
                        .collect(Collectors.toSet()));
        assertThat(words(branch.at("/properties/charset/enum"))).isEqualTo(needs.charsets());
        assertThat(words(branch.at("/properties/transactions/required")))
                .isEqualTo(
                        needs.transactions().stream().map(TransactionKind::word).collect(Collectors.toSet()));
        assertThat(contained(branch.at("/properties/head/properties/request/allOf")))
                .isEqualTo(needs.requestHead().stream().map(Field::word).collect(Collectors.toSet()));
        assertThat(contained(branch.at("/properties/head/properties/reply/allOf")))
                .isEqualTo(needs.replyHead().stream().map(Field::word).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            charset: GBK | charset: Big5
            code: "51" | code: "5"
            reply: 10s | reply: soon
            frame-bytes: 8192 | frame-bytes: 8
            rate: 1000/s | rate: 10001/s
            rate: 1000/s | rate: 1000
            queue: 100000 | queue: 0
            failures: 8 | failures: many
            "06:00-22:00" | "06:00"
            [month-end] | [sundays]
            typical: 2s | typical: 2w
            dialect: tcp | dialect: telex
            person-unknown | unknown-person
            serial 20, operator | serail 20, operator
            serial 20, operator | serial AAC, operator
            serial 20, operator | serial, operator
            transaction 4, serial 20, operator | operator
            household: "2" | elsewhere: "2"
            insurances: [AAE140:110, AAE140:310] | insurances: [110]
            ${tongban.province.51.password} | hunter2
            from: 2025-01-01 | from: 1.1.2025
            capability: online | capability: batch
            capability: online | capability: manual
            capability: online | capability: often
            """)
    void refusesValuesThatTheReaderRefuses(String old, String now) {
        String text = ProfileSchema.resource("51-sichuan.yaml");
        assertThat(text).contains(old);
        JsonNode profile = ProfileSchema.profile(text.replace(old, now));

        assertThat(ProfileSchema.readerSays(profile)).isNotEmpty();
        assertThat(ProfileSchema.schemaSays(profile)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mark: no | mark: maybe
            checksum: sm3 | checksum: crc32
            packed: gzip | packed: rar
            total-at: start | total-at: middle
            request-folder: a/b | request-folder: ../b
            """)
    void saysOfTheWordsOfFilesWhatTheReaderSays(String right, String wrong) {
        assertThat(ProfileSchema.schemaSays(files(right))).isEmpty();
        assertThat(ProfileSchema.readerSays(files(right))).isEmpty();
        assertThat(ProfileSchema.schemaSays(files(wrong))).isNotEmpty();
        assertThat(ProfileSchema.readerSays(files(wrong))).isNotEmpty();
    }

    private static JsonNode files(String option) {
        return ProfileSchema.profile(
                ProfileSchema.resource("34-anhui.yaml").replace("options:", "options:\n  " + option));
    }

    @ParameterizedTest
    @CsvSource({"=440000 H3, true", "=440000 0x9F01, true", "= H3, false", "=440000 H_3, false"})
    void saysOfConstantsBehindTagsWhatTheReaderSays(String constant, boolean right) {
        String sichuan = ProfileSchema.resource("51-sichuan.yaml");
        JsonNode profile = ProfileSchema.profile(sichuan.substring(0, sichuan.indexOf("head:"))
                        .replaceFirst("(?m)^password:.*\\n", "")
                        .replace("insurances:", "options: {layout: tlv}\ninsurances:")
                + """
                        head: {request: [transaction H1, serial H2, %1$s], reply: [transaction H1, serial H2, return-code H4, %1$s]}
                        transactions:
                          inquire: {code: "2009", request: [asked-serial D1, %1$s]}
                          query-status: {code: "3001", request: [citizen-number B1], row: [insurance R1, state R2, paid-through R3, %1$s]}
                        """.formatted(constant));

        assertThat(ProfileSchema.schemaSays(profile).isEmpty()).isEqualTo(right);
        assertThat(ProfileSchema.readerSays(profile).isEmpty()).isEqualTo(right);
    }

    @Test
    void knowsTheFieldsAndWhatReturnCodesMean() {
        assertThat(words(ProfileSchema.part("/properties/limits/properties/widths/propertyNames/enum")))
                .isEqualTo(Words.of(Field.class).stream()
                        .filter(word -> !word.equals("filler"))
                        .collect(Collectors.toSet()));
        assertThat(words(ProfileSchema.part("/properties/return-codes/additionalProperties/enum")))
                .isEqualTo(Stream.concat(Words.of(Meaning.Plain.class).stream(), Words.of(RefusalReason.class).stream())
                        .collect(Collectors.toSet()));
    }

    /** What the reader offers instead of a key that it does not know. */
    private static Set<String> known(JsonNode profile) {
        Matcher known = KNOWN.matcher(ProfileSchema.readerSays(profile));
        assertThat(known.find()).isTrue();
        return new TreeSet<>(Arrays.asList(known.group(1).split(", ")));
    }

    private static Set<String> words(JsonNode array) {
        Set<String> words = new TreeSet<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Set<String> contained(JsonNode rules) {
        Set<String> fields = new TreeSet<>();
        for (JsonNode rule : (ArrayNode) rules) {
            fields.add(rule.at("/contains/pattern").asText().replaceAll("[^a-z-]", ""));
        }
        return fields;
    }
}
