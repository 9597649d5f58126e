package io.tongban.sdk.fake;

import io.tongban.api.Patterns;
import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.internal.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One effect a key: a repetition has the same answer, octet for octet; another request under its key is refused. */
final class StoredAnswers {
    /** As long as the gateway remembers a key. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Pattern KEY = Pattern.compile(Patterns.IDEMPOTENCY_KEY);

    private final Map<String, Entry> entries = new HashMap<>();
    private final Clock clock;

    StoredAnswers(Clock clock) {
        this.clock = clock;
    }

    /** Octets as they are sent; empty for no body. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(int status, byte[] body) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(String target, byte[] asked, Stored answer, Instant at) {
        boolean isOf(String otherTarget, byte[] otherBody) {
            return target.equals(otherTarget) && Arrays.equals(asked, otherBody);
        }
    }

    Stored once(Route route, Request request, String target) {
        String key = Optional.ofNullable(request.fields().get("idempotency-key"))
                .orElseThrow(() -> Refused.in(ProblemType.IDEMPOTENCY_KEY_MISSING, "Idempotency-Key"));
        if (!KEY.matcher(key).matches()) {
            throw Refused.in(ProblemType.HEADER_INVALID, "Idempotency-Key");
        }
        String name = request.clientId() + " " + key;
        @Nullable Entry known = entries.get(name);
        if (known != null && known.at().plus(KEPT).isAfter(clock.instant())) {
            if (!known.isOf(target, request.body())) {
                throw Refused.with(ProblemType.IDEMPOTENCY_KEY_REUSED);
            }
            return known.answer();
        }
        Object made = route.handler().apply(request); // what is refused frees its key
        Stored answer = new Stored(route.status(), made == Route.NOTHING ? new byte[0] : Json.write(made));
        entries.put(name, new Entry(target, request.body(), answer, clock.instant()));
        return answer;
    }
}
