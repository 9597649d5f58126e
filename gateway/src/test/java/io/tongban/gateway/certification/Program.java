package io.tongban.gateway.certification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program sent, written down line by line, as the gateway writes it: it plays what is asked for so often and no more. */
final class Program {
    private static final Map<String, Integer> TIMES =
            Map.of("rate-limited", 1, "unavailable-then-ok", 2, "lost-answer", 1, "bad-answer-signature", 1);

    private final List<Seen> sent = new ArrayList<>();
    private final Map<String, Integer> met = new HashMap<>();
    private Instant now = Instant.parse("2026-11-29T00:00:00Z");

    /** Sent a second and a half after the answer before. */
    Program sends(String method, String route, String body, @Nullable String key, String scenario, int status) {
        return sends(method, route, body, key, scenario, status, null, null, 1_500);
    }

    Program sends(
            String method,
            String route,
            String body,
            @Nullable String key,
            String scenario,
            int status,
            @Nullable String code,
            @Nullable String subject,
            long pauseMillis) {
        now = now.plusMillis(pauseMillis);
        Instant at = now;
        now = now.plusMillis(20);
        sent.add(new Seen(
                "req_" + sent.size(),
                at,
                now,
                method,
                route,
                subject,
                status,
                code,
                scenario.isEmpty() ? null : scenario,
                scenario.isEmpty() || status == 401 ? null : played(scenario, method + route + key),
                // A read has its subject in its target, and no body.
                method + route + (method.equals("GET") ? subject : body),
                key));
        return this;
    }

    private @Nullable String played(String scenario, String request) {
        return met.merge(scenario + request, 1, Integer::sum) <= TIMES.getOrDefault(scenario, Integer.MAX_VALUE)
                ? scenario
                : null;
    }

    Traffic traffic() {
        return new Traffic(List.copyOf(sent), Map.of());
    }
}
