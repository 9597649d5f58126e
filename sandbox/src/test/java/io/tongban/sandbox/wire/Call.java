package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.RequestSigner;
import io.tongban.signature.Signer;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request, built by hand so that each part of it can be made wrong. Immutable; every change is a new call.
 *
 * @param base where the request goes
 * @param target path and query, as sent
 */
record Call(String method, URI base, String target, byte[] body, Map<String, String> fields) {

    static Call of(String method, URI base, String target, String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!body.isEmpty()) {
            fields.put("content-type", "application/json");
        }
        return new Call(method, base, target, body.getBytes(UTF_8), fields);
    }

    Call with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name.toLowerCase(java.util.Locale.ROOT), value);
        return new Call(method, base, target, body, changed);
    }

    Call without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.remove(name);
        return new Call(method, base, target, body, changed);
    }

    Call withBody(byte[] other) {
        return new Call(method, base, target, other, fields);
    }

    Call withBody(String other) {
        return withBody(other.getBytes(UTF_8));
    }

    Call withMethod(String other) {
        return new Call(other, base, target, body, fields);
    }

    Call withTarget(String other) {
        return new Call(method, base, other, body, fields);
    }

    Call replacing(String name, String part, String by) {
        return with(name, fields.get(name).replace(part, by));
    }

    Call signed(Signer signer, Clock clock) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.putAll(lowerCased(new RequestSigner(signer, clock).sign(message(), body)));
        return new Call(method, base, target, body, changed);
    }

    URI uri() {
        return URI.create(base + target);
    }

    RequestMessage message() {
        MessageFields.Builder lines = MessageFields.builder();
        fields.forEach(lines::add);
        return new RequestMessage(method, base + target, lines.build());
    }

    private static Map<String, String> lowerCased(Map<String, String> names) {
        Map<String, String> lower = new LinkedHashMap<>();
        names.forEach((name, value) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), value));
        return lower;
    }
}
