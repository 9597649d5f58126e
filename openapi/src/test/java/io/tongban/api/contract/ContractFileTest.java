package io.tongban.api.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tongban.api.Scopes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** openapi.yaml is written by the build and committed on purpose: what the code says must be what partners read. */
class ContractFileTest {
    private static final Path GENERATED = Path.of("target/generated/openapi.yaml");
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void theCommittedContractIsWhatTheCodeSays() throws IOException {
        if (Boolean.getBoolean("openapi.accept")) {
            Files.copy(GENERATED, COMMITTED, StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(Files.readString(COMMITTED, UTF_8))
                .as("look at the difference; if you mean it: mvn -pl openapi test -Dopenapi.accept=true, and commit")
                .isEqualTo(Files.readString(GENERATED, UTF_8));
    }

    @Test
    void everyCodeOfTheCatalogueStandsInTheContract() throws IOException {
        String contract = Files.readString(COMMITTED, UTF_8);

        for (var type : io.tongban.api.problem.ProblemType.values()) {
            assertThat(contract).contains("`" + type.code() + "`");
        }
    }

    /** A linter of contracts refuses an operation whose scope the scheme does not list; a client could not ask for it. */
    @Test
    void theSchemeListsEveryScope() {
        JsonNode scopes =
                Contract.read().document().at("/components/securitySchemes/oauth2/flows/clientCredentials/scopes");

        assertThat(scopes.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(Scopes.ALL);
    }

    /** What a partner keeps has a size; the running gateway is held to it by the tests of the wire. */
    @Test
    void everyStringHasALength() throws IOException {
        List<String> endless = new ArrayList<>();

        JsonNode contract = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(COMMITTED, UTF_8));
        collect(contract.at("/components/schemas"), "", endless);
        collect(contract.at("/components/headers"), "", endless);

        assertThat(endless).isEmpty();
    }

    @Test
    void everyListSaysWhatItHolds() {
        List<String> ofAnything = new ArrayList<>();

        JsonNode contract = Contract.read().document();
        for (JsonNode parent : contract.findParents("items")) {
            if (parent.path("type").asText().equals("array")
                    && parent.get("items").isEmpty()) {
                ofAnything.add(parent.toString());
            }
        }

        assertThat(ofAnything).isEmpty();
    }

    @Test
    void everyExampleOfASchemaConformsToIt() {
        List<String> wrong = new ArrayList<>();

        Contract contract = Contract.read();
        contract.document()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> property.getValue()
                                .path("examples")
                                .forEach(example -> {
                                    String at = schema.getKey() + "/properties/" + property.getKey();
                                    wrong.addAll(contract.violations(at, example).stream()
                                            .map(violation -> at + ": " + violation)
                                            .toList());
                                })));

        assertThat(wrong).isEmpty();
    }

    private static void collect(JsonNode node, String at, List<String> endless) {
        JsonNode type = node.path("type");
        boolean isText = type.asText().equals("string")
                || (type.isArray() && type.toString().contains("\"string\""));
        // An example has members of these names, too.
        if (isText
                && !at.contains("example")
                && !(node.has("maxLength") || node.has("enum") || node.has("const") || node.has("$ref"))) {
            endless.add(at);
        }
        node.properties().forEach(each -> collect(each.getValue(), at + "/" + each.getKey(), endless));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at + "/" + i, endless);
        }
    }
}
