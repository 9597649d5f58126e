package io.tongban.signature;

import java.net.URI;
import java.util.List;

/** How SIGNING.md shows a vector. */
final class WorkedExample {

    private WorkedExample() {}

    static String show(VectorFile.Case vector, String part) {
        return switch (part) {
            case "message" -> message(vector);
            case "base" -> vector.signatureBase();
            case "digest" -> field(vector, "Content-Digest");
            case "input" -> field(vector, "Signature-Input");
            case "signature" -> field(vector, "Signature");
            default -> throw new IllegalArgumentException("No part " + part);
        };
    }

    static String field(VectorFile.Case vector, String name) {
        VectorResponse response = vector.response();
        List<List<String>> fields = response == null ? vector.request().fields() : response.fields();
        return VectorRequest.messageFields(fields).single(name).orElseThrow();
    }

    private static String message(VectorFile.Case vector) {
        VectorRequest request = vector.request();
        VectorResponse response = vector.response();
        if (response != null) {
            return lines("HTTP/1.1 " + response.status(), response.fields(), response.body());
        }
        URI target = URI.create(request.targetUri());
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        String start =
                request.method() + " " + target.getRawPath() + query + " HTTP/1.1\nHost: " + target.getRawAuthority();
        return lines(start, request.fields(), request.body());
    }

    private static String lines(String start, List<List<String>> fields, String body) {
        StringBuilder text = new StringBuilder(start);
        fields.forEach(
                line -> text.append('\n').append(line.get(0)).append(": ").append(line.get(1)));
        return body.isEmpty()
                ? text.toString()
                : text.append("\n\n").append(body).toString();
    }
}
