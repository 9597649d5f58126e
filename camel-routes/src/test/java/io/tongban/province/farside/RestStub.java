package io.tongban.province.farside;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A far side that speaks rest as a test tells it to; it knows HTTP, JSON and its seal, and no code under test. */
public final class RestStub implements AutoCloseable {
    static {
        // Else the JDK's server holds each small answer back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public static final String NOW = "20261123175200";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** Their members; only of those whose sign was right. */
    public final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();

    public volatile Seal seal;
    public volatile Script business = (http, request) -> reply(http, 200, answer(request, "0000"));
    public volatile Script signIn = (http, request) -> reply(http, 200, answer(request, "0000", "signno", "S-1"));

    public interface Script {
        void answer(HttpExchange http, Map<String, String> request) throws Exception;
    }

    public RestStub(Seal seal) {
        this(seal, plain());
    }

    public RestStub(Seal seal, HttpServer server) {
        this.seal = seal;
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/zj", this::handle);
        server.start();
    }

    private static HttpServer plain() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            byte[] body = http.getRequestBody().readAllBytes();
            Map<String, String> request = JSON.readValue(body, new TypeReference<TreeMap<String, String>>() {});
            boolean right = seal.fits(text(request), request.getOrDefault("sign", ""))
                    && http.getRequestURI().getPath().equals("/zj/" + request.get("jydm"));
            if (!right) {
                reply(http, 400, "the sign or the address is wrong");
                return;
            }
            requests.add(request);
            (request.get("jydm").equals("ZJ0001") ? signIn : business).answer(http, request);
        } catch (Exception e) {
            // The near side has gone; what it made of that is for the test to see.
            http.close();
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port() + "/zj";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers every business request with this code and these fields, name after value after name. */
    public void answering(String code, String... fields) {
        business = (http, request) -> reply(http, 200, answer(request, code, fields));
    }

    public List<String> transactions() {
        return requests.stream().map(request -> request.get("jydm")).toList();
    }

    public static void reply(HttpExchange http, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        http.getResponseBody().write(bytes);
    }

    public String answer(Map<String, String> request, String code, String... fields) {
        Map<String, String> members = members(request.get("lsh"), code, fields);
        members.put("sign", seal.sign(text(members)));
        return json(members);
    }

    public static Map<String, String> members(String serial, String code, String... fields) {
        Map<String, String> members =
                new TreeMap<>(Map.of("fhdm", code, "fhxx", "完成", "lsh", serial, "timestamp", NOW));
        for (int i = 0; i < fields.length; i += 2) {
            members.put(fields[i], fields[i + 1]);
        }
        return members;
    }

    /** What the sign is over, written down as the page says. */
    public static String text(Map<String, String> members) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(members).forEach((name, value) -> {
            if (!name.equals("sign") && !value.isEmpty()) {
                text.append(text.length() == 0 ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return text.toString();
    }

    /** Rows stand as they are, the rest as texts. */
    public static String json(Map<String, String> members) {
        StringBuilder json = new StringBuilder();
        members.forEach((name, value) -> json.append(json.length() == 0 ? "{" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(name.equals("rows") ? value : '"' + value + '"'));
        return json.append('}').toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
