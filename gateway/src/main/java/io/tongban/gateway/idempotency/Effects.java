package io.tongban.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.config.Violations;
import io.tongban.gateway.pii.Pii;
import io.tongban.gateway.pii.PiiPurpose;
import io.tongban.gateway.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Claim, effect and stored answer in one transaction. */
final class Effects {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final Pii pii;
    private final Flights flights;
    private final Clock clock;

    Effects(Jdbi jdbi, Pii pii, Flights flights, Clock clock) {
        this.jdbi = jdbi;
        this.pii = pii;
        this.flights = flights;
        this.clock = clock;
    }

    /**
     * Runs the effect, or finds the answer it gave.
     *
     * @param hold how long repetitions are told to wait, because {@link #replace} is to come; zero if it is not
     * @throws ProblemException idempotency-in-progress while another request holds the key; idempotency-key-reused if
     *     the key was another request's
     */
    StoredAnswer once(EffectKey key, Duration hold, Function<Handle, StoredAnswer> effect) {
        Optional<Flights.Landing> flight = flights.begin(key);
        try (Flights.Landing landing = flight.orElseThrow(Effects::inProgress)) {
            return jdbi.inTransaction(handle -> {
                handle.execute("SET LOCAL lock_timeout = '2s'");
                if (claim(handle, key)) {
                    StoredAnswer answer = effect.apply(handle);
                    Instant until = hold.isZero() ? null : clock.instant().plus(hold);
                    store(handle, key.clientId(), key.key(), answer, until);
                    return answer;
                }
                return replay(handle, key);
            });
        }
    }

    void replace(String clientId, String key, StoredAnswer answer) {
        jdbi.useHandle(handle -> store(handle, clientId, key, answer, null));
    }

    private void store(Handle handle, String clientId, String key, StoredAnswer answer, @Nullable Instant until) {
        byte[] body = pii.encrypt(PiiPurpose.ANSWER, new String(answer.body(), UTF_8));
        IdempotencyStore.store(handle, clientId, key, answer.status(), body, until);
    }

    private boolean claim(Handle handle, EffectKey key) {
        try {
            return IdempotencyStore.claim(handle, key, clock.instant());
        } catch (JdbiException refused) {
            if (Violations.lockTimeout(refused)) {
                throw inProgress();
            }
            throw refused;
        }
    }

    private StoredAnswer replay(Handle handle, EffectKey key) {
        // Empty while the answer is held, or if the row was removed for its age between claim and look.
        IdempotencyStore.Row row =
                IdempotencyStore.find(handle, key, clock.instant()).orElseThrow(Effects::inProgress);
        if (!key.sameRequestAs(row.fingerprint())) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        return new StoredAnswer(
                row.status(), pii.decrypt(PiiPurpose.ANSWER, row.body()).getBytes(UTF_8), true);
    }

    private static ProblemException inProgress() {
        return new ProblemException(ProblemType.IDEMPOTENCY_IN_PROGRESS).retryAfter(RETRY_AFTER);
    }
}
