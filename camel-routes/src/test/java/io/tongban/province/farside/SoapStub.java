package io.tongban.province.farside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A far side that speaks soap as a test tells it to; it knows HTTP and text, and nothing of the code under test. */
public final class SoapStub implements AutoCloseable {
    static {
        // Else the JDK's server holds each small answer back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    public final List<String> requests = new CopyOnWriteArrayList<>();
    /** The same with what is around them. */
    public final List<Whole> wholes = new CopyOnWriteArrayList<>();

    public volatile Script business = (http, request) -> reply(http, 200, envelope(result(request, "0000", "")));
    public volatile Script signIn = (http, request) ->
            reply(http, 200, envelope(result(request, "0000", "<token>T-1</token><expires>20261124015200</expires>")));

    public record Whole(String contentType, String action, byte[] octets) {
        public String text() {
            return new String(octets, StandardCharsets.UTF_8);
        }
    }

    public interface Script {
        void answer(HttpExchange http, String request) throws IOException;
    }

    public SoapStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/si", this::handle);
        server.start();
    }

    private void handle(HttpExchange http) throws IOException {
        byte[] octets = http.getRequestBody().readAllBytes();
        wholes.add(new Whole(
                http.getRequestHeaders().getFirst("Content-Type"),
                String.valueOf(http.getRequestHeaders().getFirst("SOAPAction")),
                octets));
        String envelope = new String(octets, StandardCharsets.UTF_8);
        Matcher text = Pattern.compile("<request><!\\[CDATA\\[(.*)]]></request>", Pattern.DOTALL)
                .matcher(envelope);
        String request = text.find() ? text.group(1) : "not the dialect: " + envelope;
        requests.add(request);
        (field(request, "transcode").equals("SIGNIN") ? signIn : business).answer(http, request);
        http.close();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/si";
    }

    /** Answers every business request with this code and body. */
    public void answering(String code, String body) {
        business = (http, request) -> reply(http, 200, envelope(result(request, code, body)));
    }

    public static void reply(HttpExchange http, int status, String body) throws IOException {
        reply(http, status, "text/xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    public static void reply(HttpExchange http, int status, String type, byte[] body) throws IOException {
        http.getResponseHeaders().set("Content-Type", type);
        http.sendResponseHeaders(status, body.length);
        http.getResponseBody().write(body);
    }

    public static String result(String request, String code, String body) {
        return result(field(request, "serial"), code, "完成", body);
    }

    public static String result(String serial, String code, String message, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><result><head><appcode>" + code + "</appcode><message>"
                + message + "</message><serial>" + serial + "</serial></head><body>" + body + "</body></result>";
    }

    public static String envelope(String result) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                + "<ns:callBusinessResponse xmlns:ns=\"http://sandbox.tongban.io/si/soap\"><return><![CDATA[" + result
                + "]]></return></ns:callBusinessResponse></soap:Body></soap:Envelope>";
    }

    public static String field(String xml, String element) {
        Matcher found =
                Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(xml);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
