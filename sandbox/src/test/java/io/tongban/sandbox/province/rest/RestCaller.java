package io.tongban.sandbox.province.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Calls a province as the dialect's page says, by hand: it shares nothing with the simulator. */
final class RestCaller {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String endpoint;
    private Duration patience = Duration.ofSeconds(20);
    CallersSeal seal;
    String timestamp = "20261123180000";
    String operator = "TONGBAN";
    String signno = "";

    RestCaller(Simulator simulator) {
        endpoint = simulator.endpoint();
        seal = CallersSeal.sm2(key(simulator, "private-key"), key(simulator, "province-key"));
    }

    static String key(Simulator simulator, String name) {
        return simulator.moreProperties().get(name);
    }

    void patience(Duration patience) {
        this.patience = patience;
    }

    /** Signs in, and carries the number from now on. */
    RestCaller signIn() throws Exception {
        signno = "";
        signno = call("ZJ0001", Serials.next(), Map.of()).text("signno");
        return this;
    }

    Reply call(String code, String serial, Map<String, String> fields) throws Exception {
        return send(code, signed(code, serial, fields));
    }

    Map<String, String> signed(String code, String serial, Map<String, String> fields) {
        Map<String, String> request = new TreeMap<>(fields);
        request.put("appid", operator);
        request.put("jydm", code);
        request.put("lsh", serial);
        request.put("timestamp", timestamp);
        request.put("signno", signno);
        request.put("sign", seal.sign(text(request)));
        return request;
    }

    Reply send(String code, Map<String, String> request) throws Exception {
        return post(code, JSON.writeValueAsBytes(request));
    }

    Reply post(String code, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/" + code))
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Retry-After").orElse(""),
                response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body()));
    }

    private static String text(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals("sign")
                                && !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
    }

    record Reply(int status, String retryAfter, JsonNode json) {
        String code() {
            return text("fhdm");
        }

        String text(String name) {
            return json.path(name).asText();
        }

        boolean isSignedFor(CallersSeal seal) {
            Map<String, String> fields = new TreeMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
            return seal.isProvinces(RestCaller.text(fields), text("sign"));
        }

        private static String value(JsonNode node) {
            return node.isArray() ? node.toString() : node.textValue();
        }
    }
}
