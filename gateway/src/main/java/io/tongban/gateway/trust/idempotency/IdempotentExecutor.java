package io.tongban.gateway.trust.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.config.Violations;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.pii.PiiPurpose;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Claim, effect and stored answer in one transaction. How long a claim waits for another one is the session's setting
 * ({@code lock_timeout}, see application.properties).
 */
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
        Optional<InFlightKeys.Release> begun = inFlight.begin(key);
        try (InFlightKeys.Release release = begun.orElseThrow(IdempotentExecutor::inProgress)) {
            return jdbi.inTransaction(handle -> {
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
     * As {@link #once}, for an effect that inserts its rows together with the answer's: two statements less. The effect
     * first looks and checks, without the key; the key is claimed by the statement that does everything, and whatever came
     * before it is rolled back if the key was another's. Where the effect refuses, the key decides, too: who repeats what
     * was accepted hears that, whatever stands against it by now.
     */
    StoredAnswer together(EffectKey key, boolean held, BiFunction<Handle, Inserts, StoredAnswer> effect) {
        Optional<InFlightKeys.Release> begun = inFlight.begin(key);
        try (InFlightKeys.Release release = begun.orElseThrow(IdempotentExecutor::inProgress)) {
            Optional<StoredAnswer> first = firstAnswer(key, held, effect);
            return first.isPresent() ? first.get() : jdbi.inTransaction(handle -> replay(handle, key));
        }
    }

    /** Empty if the key has an answer. */
    private Optional<StoredAnswer> firstAnswer(
            EffectKey key, boolean held, BiFunction<Handle, Inserts, StoredAnswer> effect) {
        try {
            return jdbi.inTransaction(handle -> {
                Inserts rows = new Inserts();
                StoredAnswer answer = effect.apply(handle, rows);
                Instant now = clock.instant();
                Inserts all = IdempotencyStore.answered(key, answer.status(), sealed(answer), held ? now : null, now)
                        .then(rows);
                insert(handle, all);
                return Optional.of(answer);
            });
        } catch (KeyTaken taken) {
            if (taken.running) {
                throw inProgress();
            }
            return Optional.empty();
        } catch (ProblemException refused) {
            return jdbi.inTransaction(handle -> {
                if (claim(handle, key)) {
                    throw refused;
                }
                return Optional.empty();
            });
        }
    }

    private static void insert(Handle handle, Inserts rows) {
        try {
            if (!rows.execute(handle)) {
                throw new KeyTaken(false);
            }
        } catch (JdbiException refused) {
            throw Violations.lockTimeoutOn(refused, "idempotency") ? new KeyTaken(true) : refused;
        }
    }

    /** Rolls back what was prepared for nothing: the key is another request's, which has ended or still runs. */
    private static final class KeyTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final boolean running;

        KeyTaken(boolean running) {
            super("The key is taken", null, false, false);
            this.running = running;
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
