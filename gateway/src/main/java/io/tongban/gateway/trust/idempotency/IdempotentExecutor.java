package io.tongban.gateway.trust.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Violations;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.pii.PiiPurpose;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Claim, effect and stored answer in one transaction. */
final class IdempotentExecutor {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final Pii pii;
    private final InFlightKeys inFlight;
    private final Clock clock;

    IdempotentExecutor(Jdbi jdbi, Pii pii, InFlightKeys inFlight, Clock clock) {
        this.jdbi = jdbi;
        this.pii = pii;
        this.inFlight = inFlight;
        this.clock = clock;
    }

    /**
     * Runs the effect, or finds the answer it gave.
     *
     * @param held whether a better answer may come by {@link #improve}, unless a repetition is answered before
     * @throws ProblemException idempotency-in-progress while another request holds the key; idempotency-key-reused if
     *     the key was another request's
     */
    StoredAnswer once(EffectKey key, boolean held, Function<Handle, StoredAnswer> effect) {
        Optional<InFlightKeys.Landing> flight = inFlight.begin(key);
        try (InFlightKeys.Landing landing = flight.orElseThrow(IdempotentExecutor::inProgress)) {
            return jdbi.inTransaction(handle -> {
                handle.execute("SET LOCAL lock_timeout = '2s'");
                if (claim(handle, key)) {
                    StoredAnswer answer = effect.apply(handle);
                    IdempotencyStore.store(handle, key, answer.status(), sealed(answer), held ? clock.instant() : null);
                    return answer;
                }
                return replay(handle, key);
            });
        }
    }

    /**
     * Stores a better answer in place of the one that is held, and returns it; or returns the one that was held, if it
     * was given to a repetition meanwhile: no two answers under one key differ.
     */
    StoredAnswer improve(EffectKey key, StoredAnswer better) {
        return jdbi.inTransaction(handle -> IdempotencyStore.improve(handle, key, better.status(), sealed(better))
                ? better
                : opened(IdempotencyStore.find(handle, key).orElseThrow(IdempotentExecutor::inProgress), false));
    }

    private byte[] sealed(StoredAnswer answer) {
        return pii.encrypt(PiiPurpose.ANSWER, new String(answer.body(), UTF_8));
    }

    private StoredAnswer opened(IdempotencyStore.Row row, boolean replayed) {
        return new StoredAnswer(
                row.status(), pii.decrypt(PiiPurpose.ANSWER, row.body()).getBytes(UTF_8), replayed);
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
        // Empty if the row was removed for its age between claim and look.
        IdempotencyStore.Row row = IdempotencyStore.find(handle, key).orElseThrow(IdempotentExecutor::inProgress);
        if (!key.sameRequestAs(row.fingerprint())) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        if (row.held() && !IdempotencyStore.fix(handle, key)) {
            // The better answer came between the look and the fixing.
            row = IdempotencyStore.find(handle, key).orElseThrow(IdempotentExecutor::inProgress);
        }
        return opened(row, true);
    }

    private static ProblemException inProgress() {
        return new ProblemException(ProblemType.IDEMPOTENCY_IN_PROGRESS).retryAfter(RETRY_AFTER);
    }
}
