package io.tongban.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request as it stands in the vectors.
 *
 * @param fields field lines in their order, each a name and a value
 * @param body UTF-8, empty for none
 */
record VectorRequest(String method, String targetUri, List<List<String>> fields, String body) {

    static VectorRequest of(String method, String targetUri, String body, String... namesAndValues) {
        return new VectorRequest(method, targetUri, lines(namesAndValues), body);
    }

    RequestMessage message() {
        return new RequestMessage(method, targetUri, messageFields(fields));
    }

    byte[] octets() {
        return body.getBytes(UTF_8);
    }

    VectorRequest with(Map<String, String> more) {
        List<List<String>> lines = new ArrayList<>(fields);
        more.forEach((name, value) -> lines.add(List.of(name, value)));
        return new VectorRequest(method, targetUri, List.copyOf(lines), body);
    }

    VectorRequest without(String name) {
        return new VectorRequest(method, targetUri, without(fields, name), body);
    }

    VectorRequest withMethod(String other) {
        return new VectorRequest(other, targetUri, fields, body);
    }

    VectorRequest withTargetUri(String other) {
        return new VectorRequest(method, other, fields, body);
    }

    VectorRequest withBody(String other) {
        return new VectorRequest(method, targetUri, fields, other);
    }

    /** In place of the field's line, at its place. */
    VectorRequest replacing(String name, String value) {
        return new VectorRequest(method, targetUri, replacing(fields, name, value), body);
    }

    String field(String name) {
        return message().fields().single(name).orElseThrow();
    }

    static List<List<String>> lines(String... namesAndValues) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            lines.add(List.of(namesAndValues[i], namesAndValues[i + 1]));
        }
        return List.copyOf(lines);
    }

    static MessageFields messageFields(List<List<String>> lines) {
        MessageFields.Builder builder = MessageFields.builder();
        lines.forEach(line -> builder.add(line.get(0), line.get(1)));
        return builder.build();
    }

    static List<List<String>> without(List<List<String>> lines, String name) {
        return lines.stream()
                .filter(line -> !line.get(0).equalsIgnoreCase(name))
                .toList();
    }

    static List<List<String>> replacing(List<List<String>> lines, String name, String value) {
        return lines.stream()
                .map(line -> line.get(0).equalsIgnoreCase(name) ? List.of(name, value) : line)
                .toList();
    }
}
