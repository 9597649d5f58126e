package io.tongban.gateway.idempotency;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.config.Violations;
import io.tongban.gateway.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Claim, effect and stored answer in one transaction. */
final class Effects {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final Flights flights;
    private final Clock clock;

    Effects(Jdbi jdbi, Flights flights, Clock clock) {
        this.jdbi = jdbi;
        this.flights = flights;
        this.clock = clock;
    }

    /**
     * Runs the effect, or finds the answer it gave.
     *
     * @throws ProblemException idempotency-in-progress while another request holds the key; idempotency-key-reused if
     *     the key was another request's
     */
    StoredAnswer once(EffectKey key, Function<Handle, StoredAnswer> effect) {
        Optional<Flights.Landing> flight = flights.begin(key);
        try (Flights.Landing landing = flight.orElseThrow(Effects::inProgress)) {
            return jdbi.inTransaction(handle -> {
                handle.execute("SET LOCAL lock_timeout = '2s'");
                if (claim(handle, key)) {
                    StoredAnswer answer = effect.apply(handle);
                    IdempotencyStore.store(handle, key.clientId(), key.key(), answer);
                    return answer;
                }
                return replay(handle, key);
            });
        }
    }

    void replace(String clientId, String key, StoredAnswer answer) {
        jdbi.useHandle(handle -> IdempotencyStore.store(handle, clientId, key, answer));
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

    private static StoredAnswer replay(Handle handle, EffectKey key) {
        // Empty only if the row was removed for its age between claim and look.
        IdempotencyStore.Row row = IdempotencyStore.find(handle, key).orElseThrow(Effects::inProgress);
        if (!key.sameRequestAs(row.fingerprint())) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        return row.answer();
    }

    private static ProblemException inProgress() {
        return new ProblemException(ProblemType.IDEMPOTENCY_IN_PROGRESS).retryAfter(RETRY_AFTER);
    }
}
