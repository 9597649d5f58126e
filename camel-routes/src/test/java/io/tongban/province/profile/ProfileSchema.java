package io.tongban.province.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.tongban.province.Configured;
import io.tongban.province.dated.DataFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The schema that editors use, and the reader that decides, each asked for its opinion of one profile. */
final class ProfileSchema {
    /** As editors read it, for which "yes" is a word. */
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS));

    private static final ObjectMapper JSON = new ObjectMapper();
    static final List<DialectNeeds> DIALECTS = Configured.dialects();

    private static final JsonNode TEXT = json(resource("profile.schema.json"));
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TEXT);

    private ProfileSchema() {}

    static String resource(String name) {
        try (InputStream in = ProfileSchema.class.getResourceAsStream("/provinces/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode shipped(String name) {
        return profile(resource(name));
    }

    static ObjectNode profile(String yaml) {
        try {
            return (ObjectNode) YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part of the schema at a JSON pointer. */
    static JsonNode part(String pointer) {
        return TEXT.at(pointer);
    }

    /** What the schema says of profiles of this dialect, beyond what it says of all. */
    static JsonNode branch(String dialect) {
        for (JsonNode branch : TEXT.get("allOf")) {
            if (branch.at("/if/properties/dialect/const").asText().equals(dialect)) {
                return branch.get("then");
            }
        }
        throw new IllegalArgumentException("no branch for " + dialect);
    }

    static Set<String> keys(JsonNode properties) {
        Set<String> keys = new TreeSet<>();
        properties.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    static Collection<String> schemaSays(JsonNode profile) {
        return SCHEMA.validate(profile).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** JSON is YAML, so the reader takes it as it is. Empty if it is right. */
    static String readerSays(JsonNode profile) {
        try {
            new ProfileReader(DIALECTS, Configured::property).read("test.yaml", profile.toString());
            return "";
        } catch (DataFileException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
