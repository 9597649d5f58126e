package io.tongban.sdk.farside;

import io.tongban.api.problem.Problem;
import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What the gateway answers, and in which way it is not genuine. */
public record Reply(int status, byte[] body, Map<String, String> fields, Forgery forgery) {
    public enum Forgery {
        NONE,
        UNSIGNED,
        UNKNOWN_KEY,
        FOREIGN_KEY_UNDER_OUR_KEYID,
        SIGNED_FOR_ANOTHER_REQUEST,
        SIGNED_FOR_ANOTHER_TARGET,
        BODY_ALTERED,
        STATUS_ALTERED,
        DIGEST_REMOVED,
        SIGNED_AN_HOUR_AGO
    }

    public static Reply of(int status, Object record) {
        return raw(status, new String(Json.write(record), StandardCharsets.UTF_8));
    }

    public static Reply raw(int status, String body) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        return new Reply(status, body.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", type), Forgery.NONE);
    }

    public static Reply empty(int status) {
        return new Reply(status, new byte[0], Map.of(), Forgery.NONE);
    }

    public static Reply problem(ProblemType type) {
        return of(
                type.status(),
                new Problem(
                        type.uri(),
                        type.code(),
                        type.title(),
                        type.titleZh(),
                        type.status(),
                        "a detail of this time",
                        type.source(),
                        type.retryable(),
                        null,
                        null,
                        "4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    public Reply with(String name, String value) {
        Map<String, String> more = new TreeMap<>(fields);
        more.put(name, value);
        return new Reply(status, body, more, forgery);
    }

    public Reply forged(Forgery how) {
        return new Reply(status, body, fields, how);
    }
}
