package io.tongban.sdk.internal.call;

import io.tongban.sdk.error.CallInfo;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is remembered of a call from try to try. Each try completes before the next begins, so it needs no lock. */
final class Progress<T> {
    private static final Logger LOG = LoggerFactory.getLogger("io.tongban.sdk");

    private static final int MOST_HANG_UPS = 3;

    private final Call<T> call;
    private final byte[] body;
    private final Trace trace;
    private final Clock clock;
    private final long began;
    private int tries;
    private int hangUps;
    private boolean doubt;
    private boolean tokenRenewed;

    Progress(Call<T> call, byte[] body, Clock clock) {
        this.call = call;
        this.body = body;
        this.trace = Trace.of(call.options().traceparent());
        this.clock = clock;
        this.began = clock.millis();
    }

    Call<T> call() {
        return call;
    }

    /** Written once, so that every try has the same octets and the gateway sees one request. */
    byte[] body() {
        return body;
    }

    Trace trace() {
        return trace;
    }

    CallInfo info() {
        return call.info(trace.id());
    }

    void saw(Attempt<T> attempt) {
        tries++;
        doubt = (doubt || RetryPolicy.leavesDoubt(attempt)) && !RetryPolicy.endsDoubt(attempt);
    }

    int tries() {
        return tries;
    }

    /** Whether the effect may have happened by one of the tries so far. */
    boolean doubt() {
        return doubt;
    }

    /**
     * After a planned end of the connection: true a few times, and then that try does not count. A far side that hangs up
     * again and again is not well, and the budget holds.
     */
    boolean mayMoveOn() {
        if (hangUps >= MOST_HANG_UPS) {
            return false;
        }
        hangUps++;
        tries--;
        return true;
    }

    /** True once. */
    boolean mayRenewToken() {
        boolean first = !tokenRenewed;
        tokenRenewed = true;
        return first;
    }

    /** The one line of a call: operation, status, duration, trace, and nothing else. */
    void log(String outcome) {
        LOG.debug("{} {} in {} ms, trace {}", call.operation(), outcome, clock.millis() - began, trace.id());
    }
}
