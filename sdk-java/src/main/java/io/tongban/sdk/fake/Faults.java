package io.tongban.sdk.fake;

import io.tongban.api.internal.Given;
import io.tongban.api.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with the next calls to the gateway, one fault a call, in the order in which they were asked for. Tries
 * count, so one call of a client may meet several. Tokens and keys are never struck.
 */
public final class Faults {
    private final FakeClock clock;
    private final Queue<Fault> waiting = new ArrayDeque<>();

    Faults(FakeClock clock) {
        this.clock = clock;
    }

    /** What happens to one request. */
    sealed interface Fault {}

    /** It arrives and has its effect, and the answer does not come back. */
    record AnswerLost() implements Fault {}

    /** It does not arrive. */
    record RequestLost() implements Fault {}

    /** Refused, signed, without effect. */
    record Refusal(ProblemType type, @Nullable Duration retryAfter) implements Fault {}

    /** Something in between answers, unsigned. */
    record Between(int status) implements Fault {}

    /** The effect happens, and its answer is lost: the partner cannot know, until the same call is made again. */
    public Faults loseAnswers(int times) {
        return add(times, new AnswerLost());
    }

    /** Nothing arrives at the gateway; to the client it looks like a lost answer. */
    public Faults loseRequests(int times) {
        return add(times, new RequestLost());
    }

    /** 503 {@code unavailable} with Retry-After. */
    public Faults unavailable(int times, Duration retryAfter) {
        return refuse(times, ProblemType.UNAVAILABLE, retryAfter);
    }

    /** 429 {@code rate-limited} with Retry-After. */
    public Faults rateLimited(int times, Duration retryAfter) {
        return refuse(times, ProblemType.RATE_LIMITED, retryAfter);
    }

    /** Any problem of the catalogue, without effect. */
    public Faults refuse(int times, ProblemType type) {
        return add(times, new Refusal(Given.value(type, "type"), null));
    }

    /** Any problem of the catalogue, without effect. */
    public Faults refuse(int times, ProblemType type, Duration retryAfter) {
        return add(times, new Refusal(Given.value(type, "type"), Given.value(retryAfter, "retryAfter")));
    }

    /** A load balancer answers 502, unsigned, and passes nothing on. */
    public Faults badGateway(int times) {
        return add(times, new Between(502));
    }

    /** Takes back what was asked for and has not struck yet. */
    public Faults none() {
        synchronized (clock) {
            waiting.clear();
            return this;
        }
    }

    private Faults add(int times, Fault fault) {
        if (times < 0 || times > 100_000) {
            throw new IllegalArgumentException("0 to 100,000 times, not " + times);
        }
        synchronized (clock) {
            for (int i = 0; i < times; i++) {
                waiting.add(fault);
            }
            return this;
        }
    }

    Optional<Fault> draw() {
        return Optional.ofNullable(waiting.poll());
    }
}
