package io.tongban.sdk.internal.call;

import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.error.RequestNotSentException;
import io.tongban.sdk.error.TongbanException;
import io.tongban.sdk.internal.json.Json;
import io.tongban.sdk.internal.retry.Backoff;
import io.tongban.sdk.internal.retry.RetryTokens;
import io.tongban.sdk.internal.retry.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes calls: tries, decides, pauses, tries again, and says in the end what came of it. Thread-safe. */
public final class Caller {
    private static final Logger LOG = LoggerFactory.getLogger("io.tongban.sdk");

    private final ClientConfig config;
    private final Exchange exchange;
    private final Backoff backoff;
    private final RetryTokens budget;
    private final AtomicBoolean closed;
    private final @Nullable String counter;

    public Caller(ClientConfig config) {
        this.config = config;
        this.exchange = new Exchange(config);
        this.backoff =
                new Backoff(config.budget(), () -> ThreadLocalRandom.current().nextDouble());
        this.budget = new RetryTokens(config.budget());
        this.closed = new AtomicBoolean();
        this.counter = null;
    }

    private Caller(Caller shared, String counter) {
        this.config = shared.config;
        this.exchange = shared.exchange;
        this.backoff = shared.backoff;
        this.budget = shared.budget;
        this.closed = shared.closed;
        this.counter = counter;
    }

    /** The same, at a counter. */
    public Caller at(String place) {
        return new Caller(this, place);
    }

    public String clientId() {
        return config.clientId();
    }

    public Clock clock() {
        return config.clock();
    }

    public Sleeper sleeper() {
        return config.sleeper();
    }

    /** Nothing is sent from now on. */
    public void close() {
        closed.set(true);
        config.sleeper().close();
        config.transport().close();
    }

    /** Makes the call and waits for its result. */
    public <T> T call(Call<T> call) {
        return Futures.on(start(call));
    }

    /** Completes with the result, or exceptionally with a {@link TongbanException}. */
    public <T> CompletableFuture<T> start(Call<T> asked) {
        // A message that was signed before names its counter itself.
        String place = asked.options().counter() == null ? counter : null;
        Call<T> call = place == null ? asked : asked.with(asked.options().at(place));
        byte[] body = octets(call.body());
        Progress<T> progress = new Progress<>(call, body, config.clock());
        if (closed.get()) {
            return CompletableFuture.failedFuture(
                    new RequestNotSentException(progress.info(), "this client is closed", false, null));
        }
        return attempt(progress);
    }

    private static byte[] octets(@Nullable Object body) {
        if (body instanceof SignedOctets signed) {
            return signed.octets();
        }
        return body == null ? new byte[0] : Json.write(body);
    }

    private <T> CompletableFuture<T> attempt(Progress<T> progress) {
        return exchange.once(progress.call(), progress.body(), progress.trace())
                .thenCompose(attempt -> concluded(progress, attempt));
    }

    private <T> CompletableFuture<T> concluded(Progress<T> progress, Attempt<T> attempt) {
        progress.saw(attempt);
        if (attempt instanceof Attempt.Answered<T> answered) {
            budget.succeeded();
            progress.log(String.valueOf(answered.answer().status()));
            tell(progress, answered);
            return CompletableFuture.completedFuture(answered.value());
        }
        if (RetryPolicy.wantsNewToken(attempt) && progress.mayRenewToken()) {
            if (attempt instanceof Attempt.Refused<T> refused && refused.token() != null) {
                exchange.drop(refused.token());
            }
            return attempt(progress);
        }
        if (RetryPolicy.wasHungUp(attempt) && !closed.get() && progress.mayMoveOn()) {
            return attempt(progress);
        }
        Duration retryAfter = retryAfter(attempt);
        if (isWorthAnother(progress, attempt, retryAfter) && budget.take()) {
            return config.sleeper()
                    .pause(backoff.pause(progress.tries(), retryAfter))
                    .thenCompose(passed -> closed.get() ? failed(progress, attempt) : attempt(progress));
        }
        return failed(progress, attempt);
    }

    /** What a listener of the partner's does or throws is no part of the call. */
    private void tell(Progress<?> progress, Attempt.Answered<?> answered) {
        @Nullable Consumer<CallInfo> listener = config.listener();
        if (listener == null) {
            return;
        }
        try {
            listener.accept(progress.info().answered(answered.raw()));
        } catch (RuntimeException notOurs) {
            LOG.warn(
                    "the listener for answers failed with {}",
                    notOurs.getClass().getName());
        }
    }

    private static <T> CompletableFuture<T> failed(Progress<T> progress, Attempt<T> attempt) {
        TongbanException failure = RetryPolicy.exception(attempt, progress.info(), progress.doubt());
        progress.log(failure.getClass().getSimpleName());
        return CompletableFuture.failedFuture(failure);
    }

    private boolean isWorthAnother(Progress<?> progress, Attempt<?> attempt, @Nullable Duration retryAfter) {
        return RetryPolicy.isWorthAnother(attempt)
                && progress.tries() < config.budget().attempts()
                && !backoff.isTooLong(retryAfter)
                && !closed.get();
    }

    /** What the gateway asks in a signed answer, or something in between in one of its own, and that within a bound. */
    private @Nullable Duration retryAfter(Attempt<?> attempt) {
        Duration asked = attempt.retryAfter();
        Duration bound = config.budget().longestPause();
        boolean unsigned = attempt instanceof Attempt.NoAnswer<?>;
        return asked != null && unsigned && asked.compareTo(bound) > 0 ? bound : asked;
    }
}
