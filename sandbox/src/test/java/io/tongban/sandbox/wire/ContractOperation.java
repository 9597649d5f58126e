package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** One operation of the contract. */
record ContractOperation(Contract contract, String method, String path, JsonNode node) {
    /** Of HTTP itself, and of the connection; the rest is the contract's. */
    private static final Set<String> FIELDS_OF_HTTP =
            Set.of("content-type", "content-length", "transfer-encoding", "connection", "date", "keep-alive");

    String id() {
        return node.get("operationId").asText();
    }

    boolean isOpen() {
        return node.path("security").isEmpty();
    }

    boolean isAgencys() {
        return node.path("tags").toString().contains("Agency");
    }

    boolean isEffect() {
        return parameters("header").stream()
                .anyMatch(parameter -> parameter.get("name").asText().equals("Idempotency-Key"));
    }

    /** @param in {@code path}, {@code query} or {@code header} */
    List<JsonNode> parameters(String in) {
        return StreamSupport.stream(node.path("parameters").spliterator(), false)
                .map(contract::resolved)
                .filter(parameter -> parameter.get("in").asText().equals(in))
                .toList();
    }

    /** The schema of the body, missing where there is none. */
    JsonNode body() {
        return contract.resolved(node.at("/requestBody/content/application~1json/schema"));
    }

    /** Checks that the contract knows this answer: its status, its header fields, its body, and its code. */
    void declares(Answer answer, String what) {
        JsonNode response = contract.resolved(node.at("/responses/" + answer.status()));
        assertThat(response.isMissingNode())
                .as("%s: status %s is declared: %s", what, answer.status(), text(answer))
                .isFalse();
        Set<String> declared = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        response.path("headers").fieldNames().forEachRemaining(declared::add);
        assertThat(answer.fields().keySet())
                .as("%s: header fields of %s", what, answer.status())
                .allMatch(name ->
                        declared.contains(name) || FIELDS_OF_HTTP.contains(name.toLowerCase(java.util.Locale.ROOT)));
        if (answer.body().length == 0) {
            assertThat(response.path("content").isMissingNode()).as(what).isTrue();
            return;
        }
        String mediaType = answer.field("content-type").split(";")[0].strip();
        JsonNode content = response.path("content").path(mediaType);
        assertThat(content.isMissingNode())
                .as("%s: %s is declared", what, mediaType)
                .isFalse();
        assertThat(contract.broken(content.get("schema"), answer.json()))
                .as("%s: %s", what, text(answer))
                .isEmpty();
        if (mediaType.equals("application/problem+json")) {
            assertThat(content.path("examples").has(answer.text("code")))
                    .as("%s: code %s is declared", what, answer.text("code"))
                    .isTrue();
        }
    }

    private static String text(Answer answer) {
        return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
