package io.tongban.gateway.trust.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.pii.PersonalNumbers;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.access.Operation;
import io.tongban.gateway.trust.risk.StopTarget;
import io.tongban.gateway.trust.risk.Stops;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Runs each effect once for its tenant and key, and answers every repetition with the same bytes. */
@ApplicationScoped
public class Idempotency {
    /** Threads that may wait for a running request with their key, over all partners: few beside the worker pool. */
    private static final int WAITERS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final IdempotentExecutor effects;
    private final ObjectMapper json;
    private final Caller caller;
    private final CurrentVertxRequest request;
    private final PersonalNumbers numbers;
    private final Stops stops;

    @Inject
    public Idempotency(
            Jdbi jdbi,
            Pii pii,
            ObjectMapper json,
            Clock clock,
            Caller caller,
            CurrentVertxRequest request,
            PersonalNumbers numbers,
            Stops stops) {
        this.effects = new IdempotentExecutor(jdbi, pii, new InFlightKeys(WAITERS, PATIENCE), clock);
        this.json = json;
        this.caller = caller;
        this.request = request;
        this.numbers = numbers;
        this.stops = stops;
    }

    /**
     * Runs the effect once for this tenant and key, in one transaction with the stored answer; replays the stored
     * answer byte for byte.
     *
     * @param key the Idempotency-Key field as received
     * @param status HTTP status of the answer
     * @param effect returns the contract record, or null for an answer without body; what it throws rolls back and
     *     frees the key
     * @return what the effect returned; null on a replay, when the stored answer is sent whatever the resource returns
     * @throws io.tongban.gateway.platform.problem.ProblemException idempotency-key-missing, header-invalid, personal-number-misplaced,
     *     idempotency-key-reused or idempotency-in-progress
     */
    public <T> @Nullable T once(@Nullable String key, int status, Function<Handle, @Nullable T> effect) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        StoredAnswer answer = effects.once(effectKey(key), false, handle -> {
            Objection.check(request.getCurrent());
            T made = stops.around(handle, this::targets, () -> effect.apply(handle));
            result.set(made);
            return new StoredAnswer(status, bytes(made), false);
        });
        answer.keepIn(request.getCurrent());
        return result.get();
    }

    /** Nothing stops the agency, which must be able to let go again. */
    private List<StopTarget> targets() {
        RoutingContext context = request.getCurrent();
        List<StopTarget> targets = Stops.targets(Operation.in(context).orElseThrow(), caller.tenant());
        return targets.isEmpty()
                ? targets
                : Stream.concat(targets.stream(), Stops.kept(context).stream()).toList();
    }

    private EffectKey effectKey(@Nullable String key) {
        if (key != null) {
            checkKey(key);
        }
        ReceivedRequest received = ReceivedRequest.in(request.getCurrent()).orElseThrow();
        return EffectKey.of(caller.tenant(), key, received);
    }

    /**
     * As {@link #once(String, int, Function)}, for an effect that leaves its rows to be inserted together with the answer's,
     * and whose answer may be {@code held} for more (Prefer: wait) until {@link #answerLater} gives it. A repetition that
     * comes before has the answer as it is now, and then the first request has that one, too: no two answers under one key
     * differ, and nobody waits for a node that may be gone.
     */
    public <T> @Nullable T together(
            @Nullable String key, int status, boolean held, BiFunction<Handle, Inserts, @Nullable T> effect) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        StoredAnswer answer = effects.together(effectKey(key), held, (handle, rows) -> {
            Objection.check(request.getCurrent());
            T made = stops.around(handle, this::targets, () -> effect.apply(handle, rows));
            result.set(made);
            return new StoredAnswer(status, bytes(made), false);
        });
        answer.keepIn(request.getCurrent());
        // Made for nothing, if the key turned out to be another request's.
        return answer.replayed() ? null : result.get();
    }

    /**
     * Gives the answer that was held back (Prefer: wait).
     *
     * @return false if a repetition was answered meanwhile, and this request is answered as it was
     */
    public boolean answerLater(String key, int status, Object answer) {
        RoutingContext context = request.getCurrent();
        EffectKey effect =
                EffectKey.of(caller.tenant(), key, ReceivedRequest.in(context).orElseThrow());
        StoredAnswer better = new StoredAnswer(status, bytes(answer), false);
        StoredAnswer last = effects.improve(effect, better);
        last.keepIn(context);
        return Arrays.equals(last.body(), better.body());
    }

    /**
     * Answers with something else than the effect, which did not happen: nothing is stored, and the key is free. What the
     * resource returns is not sent.
     */
    public void answer(int status, Object answer) {
        new StoredAnswer(status, bytes(answer), false).keepIn(request.getCurrent());
    }

    /** Keys are stored as they are, and told to whoever looks into a trouble. */
    private void checkKey(String key) {
        numbers.in(key).ifPresent(kind -> {
            throw new ProblemException(ProblemType.PERSONAL_NUMBER_MISPLACED, "What looks like " + kind)
                    .inParameter("Idempotency-Key");
        });
    }

    private byte[] bytes(@Nullable Object answer) {
        try {
            return answer == null ? new byte[0] : json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON", e);
        }
    }
}
