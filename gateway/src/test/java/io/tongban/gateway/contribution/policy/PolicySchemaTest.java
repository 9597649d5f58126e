package io.tongban.gateway.contribution.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.tongban.province.Words;
import io.tongban.province.dated.DataFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor must not call right what the start refuses, nor refuse what it takes. */
class PolicySchemaTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonNode TEXT = json(DataFiles.shipped(Policies.class, "/policies/", "policy.schema.json"));
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TEXT);

    static Stream<String> files() {
        return PolicyFiles.all(Optional.empty()).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void takesEachShippedFileAndIsNamedInIt(String file) {
        String text = PolicyFiles.all(Optional.empty()).get(file);

        assertThat(text).startsWith("# yaml-language-server: $schema=policy.schema.json\n");
        assertThat(SCHEMA.validate(json(text))).isEmpty();
    }

    @Test
    void knowsTheReadersRulesAndRelationsAndNoOthers() {
        assertThat(words("/$defs/entry/properties/rule/enum")).containsExactlyElementsOf(sorted(Rule.class));
        assertThat(words("/$defs/entry/properties/relation/enum")).containsExactlyElementsOf(sorted(Relation.class));
        assertThat(words("/$defs/entry/properties/mark/enum")).containsExactlyElementsOf(sorted(Mark.class));
    }

    @Test
    void refusesWhatTheReaderRefuses() {
        ObjectNode file = (ObjectNode) json(PlantedMistakesTest.RIGHT);
        assertThat(SCHEMA.validate(file)).isEmpty();

        for (String key : List.of("id", "rule", "value", "valid-from", "known-from", "review-by", "mark", "source")) {
            ObjectNode without = file.deepCopy();
            ((ObjectNode) without.at("/entries/0")).remove(key);
            assertThat(SCHEMA.validate(without)).as(key).isNotEmpty();
        }
        ArrayNode entries = (ArrayNode) file.get("entries");
        ((ObjectNode) entries.get(0)).put("unheard-of", "x");
        assertThat(SCHEMA.validate(file)).isNotEmpty();
    }

    private static List<String> words(String pointer) {
        List<String> words = new ArrayList<>();
        TEXT.at(pointer).forEach(word -> words.add(word.asText()));
        return words.stream().sorted().toList();
    }

    private static List<String> sorted(Class<? extends Enum<?>> type) {
        return Words.of(type).stream().sorted().toList();
    }

    private static JsonNode json(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
