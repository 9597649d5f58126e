package io.tongban.cli;

import io.tongban.api.Headers;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.RequestSigner;
import io.tongban.signature.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A request as it is given in words: what {@code sign} and {@code call} have in common. */
final class RequestWords {
    private static final int MOST_STDIN = 4 * 1024 * 1024;
    private static final String NEW = "new";
    /** What the signer sets, or the HTTP client. */
    private static final Set<String> NOT_BY_HAND = Set.of(
            "authorization", "content-digest", "signature", "signature-input", "host", "content-length", "connection");

    @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST, …")
    private String method = "GET";

    @Parameters(index = "1", paramLabel = "PATH", description = "From the base URL on, encoded: /v1/provinces?limit=5")
    private String path = "/";

    @Option(names = "--body", paramLabel = "FILE", description = "Octets to send, as they are; - for stdin.")
    private @Nullable Path body;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME: VALUE",
            description = "A further field; can be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            arity = "0..1",
            fallbackValue = NEW,
            description = "Names the effect, which happens once under one key; without a value a new one is drawn.")
    private @Nullable String key;

    /** A request that is signed and ready to leave. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signed(RequestMessage message, Map<String, String> fields, byte[] body) {
        byte[] saved() {
            Map<String, List<String>> lines = new LinkedHashMap<>();
            fields.forEach((name, value) -> lines.put(name, List.of(value)));
            return SavedMessage.written(message.method() + " " + message.targetUri() + " HTTP/1.1", lines, body);
        }
    }

    Signed signed(String base, String token, Signer signer, Console console) throws IOException {
        if (!path.startsWith("/")) {
            throw CommandFailedException.usage("The path begins with a slash, and the base URL with the profile");
        }
        byte[] octets = octets(console);
        String uri = base + path;
        Map<String, String> fields = fields(token, octets.length > 0, console);
        fields.putAll(signer(signer, console.clock()).sign(message(uri, fields), octets));
        return new Signed(message(uri, fields), fields, octets);
    }

    private static RequestSigner signer(Signer signer, Clock clock) {
        return new RequestSigner(signer, clock);
    }

    private RequestMessage message(String uri, Map<String, String> fields) {
        return new RequestMessage(
                method.toUpperCase(Locale.ROOT),
                uri,
                MessageFields.builder().addAll(fields).build());
    }

    private Map<String, String> fields(String token, boolean hasBody, Console console) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Accept", "application/json, application/problem+json");
        fields.put("Authorization", "Bearer " + token);
        if (hasBody) {
            fields.put("Content-Type", "application/json");
        }
        if (key != null) {
            String named = key.equals(NEW) ? UUID.randomUUID().toString() : key;
            console.remark("Idempotency-Key: " + named);
            fields.put(Headers.IDEMPOTENCY_KEY, named);
        }
        headers.forEach(line -> addTo(fields, line));
        return fields;
    }

    private static void addTo(Map<String, String> fields, String line) {
        int colon = line.indexOf(':');
        String name = colon <= 0 ? "" : line.substring(0, colon).strip();
        if (name.isEmpty() || line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw CommandFailedException.usage("A field is given as \"Name: value\"");
        }
        if (NOT_BY_HAND.contains(name.toLowerCase(Locale.ROOT))) {
            throw CommandFailedException.usage(name + " is set by the command itself");
        }
        fields.keySet().removeIf(name::equalsIgnoreCase);
        fields.put(name, line.substring(colon + 1).strip());
    }

    private byte[] octets(Console console) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        if (!body.toString().equals("-")) {
            return PrivateFiles.read(body);
        }
        byte[] read = console.in().readNBytes(MOST_STDIN + 1);
        if (read.length > MOST_STDIN) {
            throw CommandFailedException.usage("Longer than " + MOST_STDIN + " octets: stdin");
        }
        return read;
    }
}
