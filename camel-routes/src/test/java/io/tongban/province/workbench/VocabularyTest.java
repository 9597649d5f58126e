package io.tongban.province.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.province.Configured;
import io.tongban.province.Links;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each word of the vocabulary is said by a test that fails when it is ignored; {@code vocabulary.txt} says by which. */
class VocabularyTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path SHIPPED = Path.of("src/main/resources/provinces");
    private static final Path SOURCES = Path.of("src/test/java/io/tongban/province");
    private static final JsonNode SCHEMA = schema();

    private static final Map<String, Checked> CHECKED = new HashMap<>();
    private static Workbench bench;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        bench = new Workbench(Configured.open(), Configured::property, Samples.CLOCK);
    }

    @AfterAll
    static void close() {
        bench.close();
        CHECKED.clear();
    }

    private record Row(String word, String how, String what, String lines) {
        /** As a profile says it. */
        String said() {
            return word.substring(word.lastIndexOf('.') + 1);
        }

        /** Whether it is no word but what no profile and no far side may say. */
        boolean bad() {
            return word.startsWith("bad.");
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper()
                    .readTree(SHIPPED.resolve("profile.schema.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(RESOURCES.resolve("vocabulary.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" \\| ", 4))
                .map(parts ->
                        new Row(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts.length < 4 ? "" : parts[3]))
                .toList();
    }

    static Stream<Row> shown() throws IOException {
        return rows().stream().filter(row -> !row.how().equals("test"));
    }

    static Stream<Row> tested() throws IOException {
        return rows().stream().filter(row -> row.how().equals("test"));
    }

    @Test
    void namesEachWordOfTheSchemaOnceAndNoOther() throws IOException {
        assertThat(rows()).extracting(Row::word).doesNotHaveDuplicates();
        assertThat(rows())
                .filteredOn(row -> !row.bad())
                .extracting(Row::word)
                .containsExactlyInAnyOrderElementsOf(words());
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>(Set.of("layout.="));
        SCHEMA.get("allOf").forEach(branch -> {
            String dialect = branch.at("/if/properties/dialect/const").asText();
            keys(branch.at("/then/properties/options")).forEach(option -> words.add(dialect + "." + option));
        });
        for (String word : keys(SCHEMA)) {
            JsonNode below = SCHEMA.at("/properties/" + word);
            boolean ofItself =
                    !below.has("properties") || Set.of("name", "valid").contains(word);
            if (ofItself) {
                words.add(word);
            } else if (!Set.of("formats", "transactions").contains(word)) {
                keys(below).forEach(each -> words.add(word + "." + each));
            }
        }
        words.add("codes.default");
        keys(SCHEMA.at("/$defs/money")).forEach(each -> words.add("formats." + each));
        keys(SCHEMA.at("/$defs/moment")).forEach(each -> words.add("formats." + each));
        keys(SCHEMA.at("/properties/formats/properties/serial")).forEach(each -> words.add("formats.serial." + each));
        keys(SCHEMA.at("/$defs/repeatable-transaction")).forEach(each -> words.add("transaction." + each));
        keys(SCHEMA.at("/$defs/transaction")).forEach(each -> words.add("transaction." + each));
        String line = SCHEMA.at("/$defs/layout/items/pattern").asText();
        Stream.of("optional", "nullable", "number", "boolean", "filler", "sent-time", "booked-time")
                .filter(line::contains)
                .forEach(each -> words.add("layout." + each));
        return words;
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        node.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** What a profile sends is another thing with the word; without it, or with another value, it is right as well. */
    @ParameterizedTest
    @MethodSource("shown")
    void aWordChangesWhatIsSent(Row row) throws IOException {
        String profile = Files.readString(place(row.what()));
        String without;
        String with;
        if (row.how().equals("read")) {
            String[] edit = row.lines().split(" => ", 2);
            assertThat(profile).contains(edit[0]);
            without = profile;
            with = profile.replace(edit[0], edit[1]);
        } else {
            List<String> lines = Arrays.asList(row.lines().split("; "));
            without = optioned(profile, lines.subList(0, lines.size() - 1));
            with = optioned(profile, lines);
        }

        Checked before = checked(without);
        Checked after = checked(with);

        assertThat(before.mistakes()).isEmpty();
        assertThat(after.mistakes()).isEmpty();
        assertThat(after.text()).isNotEqualTo(before.text());
    }

    private static String optioned(String profile, List<String> lines) {
        String now =
                profile.contains("\noptions:") ? profile : profile.replace("\ninsurances:", "\noptions:\ninsurances:");
        for (String line :
                lines.stream().flatMap(line -> Stream.of(line.split(" \\+ "))).toList()) {
            String key = line.substring(0, line.indexOf(':'));
            now = now.replaceFirst("(?m)^  " + key + ":.*\\n", "");
            if (line.equals("signature: hmac-sm3")) {
                now = now.replaceAll("(?m)^  (private-key|province-key|province-key-next):.*\\n", "");
            }
            now = now.replaceFirst("\\noptions:(.*)\\n", "\noptions:$1\n  " + line.replace("$", "\\$") + "\n");
        }
        return lines.isEmpty() && !profile.contains("\noptions:") ? profile : now;
    }

    /** Looked at once, however many words are tried on it. */
    private Checked checked(String text) throws IOException {
        Checked known = CHECKED.get(text);
        if (known == null) {
            known = bench.check(Files.writeString(folder.resolve("99-profile.yaml"), text));
            CHECKED.put(text, known);
        }
        return known;
    }

    @ParameterizedTest
    @MethodSource("tested")
    void aTestSaysTheWord(Row row) throws Exception {
        String[] parts = row.what().split("[# ]");
        Class<?> test = Class.forName("io.tongban.province." + parts[0]);
        List<String> methods = Arrays.stream(test.getDeclaredMethods())
                .filter(VocabularyTest::isTest)
                .map(Method::getName)
                .toList();
        assertThat(methods).contains(parts[1]);
        if (row.bad()) {
            return;
        }

        Path source = SOURCES.resolve(parts[0].replace('.', '/') + ".java");
        assertThat(Files.readString(parts.length > 2 ? place(parts[2]) : source))
                .containsPattern("(?<![a-z-])" + row.said() + (row.said().equals("=") ? "" : "(?![a-z-])"));
    }

    private static Path place(String file) {
        return Stream.of(SOURCES, RESOURCES, SHIPPED)
                .map(root -> root.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(ParameterizedTest.class)
                || method.isAnnotationPresent(Property.class);
    }

    /** Each transaction and each field that a shipped profile sends, where it stands. */
    @ParameterizedTest
    @MethodSource("lines")
    void aLineOfALayoutChangesWhatIsSent(String line) throws IOException {
        String profile = Links.shipped("33-zhejiang.yaml");
        String field = line.split(" ")[0];

        Checked before = checked(profile);
        Checked after = checked(profile.replace(line, field + " elsewhere"));

        assertThat(after.mistakes()).isEmpty();
        assertThat(after.text()).contains("elsewhere").isNotEqualTo(before.text());
    }

    static Stream<String> lines() {
        return Stream.of(
                "operator appid",
                "transaction jydm",
                "token signno",
                "citizen-number aac147",
                "name aac003",
                "mobile aac067",
                "place aae173",
                "person-number aac001",
                "insurance aae140",
                "period aae002",
                "base aae180",
                "payer aab001",
                "asked-serial oldlsh",
                "asked-transaction oldjydm",
                "day dzrq",
                "page ym");
    }

    @Test
    void eachTransactionIsSentUnderItsCode() throws IOException {
        Map<String, String> codes = new TreeMap<>();
        String profile = Links.shipped("33-zhejiang.yaml");
        List<String> words = new ArrayList<>();
        SCHEMA.at("/properties/transactions/properties").fieldNames().forEachRemaining(words::add);
        for (String word : words) {
            Optional<String> code = profile.lines()
                    .dropWhile(line -> !line.startsWith("  " + word + ":"))
                    .skip(1)
                    .findFirst()
                    .filter(line -> line.startsWith("    code: "))
                    .map(line -> line.substring("    code: ".length()));
            code.ifPresent(each -> codes.put(word, each));
        }
        // Of the dialects' transactions one alone is not in here: a system that is asked needs no way to take back.
        assertThat(words.stream().filter(word -> !codes.containsKey(word)).collect(Collectors.toSet()))
                .containsExactly("reverse");

        String text = checked(profile).text();
        codes.forEach((word, code) -> assertThat(text).contains("\n" + word + ": POST …/" + code));
    }
}
