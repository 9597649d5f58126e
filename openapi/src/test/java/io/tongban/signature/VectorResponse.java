package io.tongban.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A response as it stands in the vectors.
 *
 * @param fields field lines in their order, each a name and a value
 * @param body UTF-8, empty for none
 */
record VectorResponse(int status, List<List<String>> fields, String body) {

    static VectorResponse of(int status, String body, String... namesAndValues) {
        return new VectorResponse(status, VectorRequest.lines(namesAndValues), body);
    }

    ResponseMessage message(VectorRequest request) {
        return new ResponseMessage(status, VectorRequest.messageFields(fields), request.message());
    }

    byte[] octets() {
        return body.getBytes(UTF_8);
    }

    VectorResponse with(Map<String, String> more) {
        List<List<String>> lines = new ArrayList<>(fields);
        more.forEach((name, value) -> lines.add(List.of(name, value)));
        return new VectorResponse(status, List.copyOf(lines), body);
    }

    VectorResponse without(String name) {
        return new VectorResponse(status, VectorRequest.without(fields, name), body);
    }

    VectorResponse withStatus(int other) {
        return new VectorResponse(other, fields, body);
    }

    VectorResponse withBody(String other) {
        return new VectorResponse(status, fields, other);
    }

    VectorResponse replacing(String name, String value) {
        return new VectorResponse(status, VectorRequest.replacing(fields, name, value), body);
    }
}
