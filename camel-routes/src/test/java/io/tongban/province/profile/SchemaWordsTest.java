package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor shows what stands in the schema: each word has a sentence and an example, and the example is right. */
class SchemaWordsTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private record SchemaWord(String path, JsonNode schema) {
        /** What is said of it where it stands, or else where that points to. */
        JsonNode said(String key) {
            return said(schema, key);
        }

        private static JsonNode said(JsonNode node, String key) {
            return node.has(key) || !node.has("$ref") ? node.path(key) : said(pointed(node), key);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<SchemaWord> words() {
        List<SchemaWord> words = new ArrayList<>();
        below("", ProfileSchema.part(""), words);
        ProfileSchema.DIALECTS.forEach(dialect ->
                below(dialect.name() + ".", ProfileSchema.branch(dialect.name()).at("/properties/options"), words));
        return words.stream();
    }

    private static void below(String path, JsonNode node, List<SchemaWord> words) {
        node.path("properties").fields().forEachRemaining(each -> {
            words.add(new SchemaWord(path + each.getKey(), each.getValue()));
            below(path + each.getKey() + ".", each.getValue(), words);
        });
        if (node.has("$ref")) {
            below(path, pointed(node), words);
        }
    }

    private static JsonNode pointed(JsonNode node) {
        return ProfileSchema.part(node.get("$ref").asText().substring(1));
    }

    @Test
    void walksToTheEndOfEveryBranch() {
        assertThat(words())
                .extracting(SchemaWord::path)
                .contains(
                        "limits.rate",
                        "codes.place.map.household",
                        "formats.amount.decimals",
                        "transactions.register.repeatable",
                        "transactions.day-items.row",
                        "tcp.length-form",
                        "file.checksum");
    }

    @ParameterizedTest
    @MethodSource("words")
    void hasASentenceForAWord(SchemaWord word) {
        assertThat(word.said("description").asText()).endsWith(".").hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @MethodSource("words")
    void hasAnExampleForAWordThatIsRight(SchemaWord word) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        alone.set("$defs", ProfileSchema.part("/$defs"));
        alone.putArray("allOf").add(word.schema());
        JsonSchema schema = SCHEMAS.getSchema(alone);

        JsonNode examples = word.said("examples");
        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            assertThat(schema.validate(example))
                    .extracting(ValidationMessage::getMessage)
                    .as(example.toString())
                    .isEmpty();
        }
    }
}
