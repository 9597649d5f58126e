package io.tongban.province.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sandbox's switches for one simulated province, over HTTP: orders faults, and looks into the province's own books.
 * A province's test system has no such switches; its faults are not driven.
 */
final class FarSide {
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(AT_MOST).build();
    private final String base;

    FarSide(URI control, String province) {
        this.base = control.toString().replaceAll("/+$", "") + "/provinces/" + province;
    }

    /** Suffixes and values of {@code tongban.province.NN.*}, as the gateway of the sandbox gets them. */
    Map<String, String> properties() throws IOException {
        Map<String, String> properties = new TreeMap<>();
        call("GET", "/properties", "")
                .fields()
                .forEachRemaining(
                        field -> properties.put(field.getKey(), field.getValue().asText()));
        return properties;
    }

    /** Strikes the next call that does this, such as {@code WITHHOLD}. */
    void strikeNext(String fault, String transaction) throws IOException {
        call("POST", "/faults", JSON.writeValueAsString(Map.of("fault", fault, "next", 1, "transaction", transaction)));
    }

    void heal() throws IOException {
        call("DELETE", "/faults", "");
    }

    /** How often the fault has struck. */
    long struck(String fault) throws IOException {
        return call("GET", "", "").path("faultsFired").path(fault).asLong();
    }

    /** What the province has booked for its person number and month, whole fen; one entry for each booking. */
    long[] booked(String personNumber, String period) throws IOException {
        JsonNode bookings = call("GET", "/ledger?personNumber=" + personNumber + "&period=" + period, "")
                .path("bookings");
        long[] amounts = new long[bookings.size()];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = bookings.get(i).path("amountFen").asLong();
        }
        return amounts;
    }

    private JsonNode call(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(AT_MOST)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(method + " " + path + " answered " + response.statusCode());
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
