package io.tongban.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever copies an example must not be refused: what the documents show is valid by the contract. */
class ExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Contract CONTRACT = Contract.read();
    private static final Path SIGNATURE = Path.of("src/main/resources/signature");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aVectorThatVerifiesIsAMessageOfTheContract(String name, JsonNode vector) throws Exception {
        JsonNode request = vector.get("request");
        if (vector.get("kind").asText().equals("webhook")) {
            assertThat(CONTRACT.violations(
                            "WebhookEvent", JSON.readTree(request.get("body").asText())))
                    .isEmpty();
            return;
        }
        String path = URI.create(request.get("targetUri").asText()).getRawPath();
        JsonNode operation = CONTRACT.operation(request.get("method").asText(), path);

        assertThat(CONTRACT.requestViolations(operation, request)).isEmpty();
        if (vector.has("response")) {
            assertThat(CONTRACT.responseViolations(operation, vector.get("response")))
                    .isEmpty();
        }
    }

    static Stream<Arguments> aVectorThatVerifiesIsAMessageOfTheContract() throws Exception {
        JsonNode file = JSON.readTree(SIGNATURE.resolve("vectors.json").toFile());
        return StreamSupport.stream(file.get("cases").spliterator(), false)
                .map(vector -> Arguments.of(vector.get("name").asText(), vector));
    }

    @Test
    void theFilesForOtherLanguagesFollowTheirSchemas() throws Exception {
        for (String file : new String[] {"vectors", "public-keys"}) {
            JsonNode schema =
                    JSON.readTree(SIGNATURE.resolve(file + ".schema.json").toFile());
            JsonNode content = JSON.readTree(SIGNATURE.resolve(file + ".json").toFile());

            assertThat(Contract.violations(schema, content)).as(file).isEmpty();
        }
    }

    @Test
    void theSchemasRefuseWhatTheyAreThereToRefuse() throws Exception {
        JsonNode schema = JSON.readTree(SIGNATURE.resolve("vectors.schema.json").toFile());
        String content = Files.readString(SIGNATURE.resolve("vectors.json"));

        for (String part : new String[] {"\"signatureBase\"", "\"failure\"", "\"targetUri\""}) {
            assertThat(Contract.violations(schema, JSON.readTree(content.replaceFirst(part, "\"other\""))))
                    .as(part)
                    .isNotEmpty();
        }
    }
}
