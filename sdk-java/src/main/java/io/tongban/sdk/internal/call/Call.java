package io.tongban.sdk.internal.call;

import io.tongban.sdk.error.CallInfo;
import io.tongban.signature.OperatorContent;
import io.tongban.signature.OperatorSignature;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as data, before it is tried: the one description behind the blocking and the asynchronous method.
 *
 * @param operation the contract's operationId
 * @param path from the base URL on, with query, encoded
 * @param body a record of the contract; null for none
 * @param answer what a good answer is read as
 * @param authorized whether it goes with a token and a signature
 * @param effect null for a read
 * @param preferredWait sent as {@code Prefer: wait}; the time-out grows by it
 * @param options what the caller said about this one call
 */
public record Call<T>(
        String operation,
        String method,
        String path,
        @Nullable Object body,
        Class<T> answer,
        boolean authorized,
        @Nullable Effect effect,
        @Nullable Duration preferredWait,
        Options options) {
    /**
     * What makes a call an effect.
     *
     * @param key the same on every try, so that the effect happens once
     * @param reference what the partner calls it; shown in errors, so nothing secret or personal
     */
    public record Effect(String key, String reference) {}

    /** Operators of a bank who sign beside its program. */
    public interface People {
        /**
         * Their signatures, in order; asked for with each try, since they are good for a minute.
         *
         * @throws RuntimeException of theirs, and nothing is sent
         */
        List<OperatorSignature> sign(OperatorContent content);
    }

    /**
     * @param timeout of one try; null for the client's
     * @param counter the field Counter-Context; null away from counters
     * @param people who sign beside the program; null for nobody
     */
    public record Options(
            @Nullable Duration timeout,
            @Nullable String traceparent,
            @Nullable String counter,
            @Nullable People people) {
        public static final Options NONE = new Options(null, null);

        public Options(@Nullable Duration timeout, @Nullable String traceparent) {
            this(timeout, traceparent, null, null);
        }

        /** Without the counter, which names an operator and a session. */
        @Override
        public String toString() {
            return "Options[timeout=" + timeout + ", traceparent=" + traceparent
                    + (counter == null ? "]" : ", at a counter]");
        }

        /** From the counter that the field names. */
        public Options at(String place) {
            return new Options(timeout, traceparent, place, people);
        }

        public Options signedBy(People operators) {
            return new Options(timeout, traceparent, counter, operators);
        }
    }

    public static <T> Call<T> read(String operation, String path, Class<T> answer) {
        return new Call<>(operation, "GET", path, null, answer, true, null, null, Options.NONE);
    }

    /** A read for which a secret must not stand in the URL. */
    public static <T> Call<T> search(String operation, String path, Object body, Class<T> answer) {
        return new Call<>(operation, "POST", path, body, answer, true, null, null, Options.NONE);
    }

    /** A read that anyone may make. */
    public static <T> Call<T> open(String operation, String path, Class<T> answer) {
        return new Call<>(operation, "GET", path, null, answer, false, null, null, Options.NONE);
    }

    public static <T> Call<T> effect(
            String operation, String method, String path, @Nullable Object body, Class<T> answer, Effect effect) {
        return new Call<>(operation, method, path, body, answer, true, effect, null, Options.NONE);
    }

    public Call<T> preferring(Duration wait) {
        return new Call<>(operation, method, path, body, answer, authorized, effect, wait, options);
    }

    public Call<T> with(Options changed) {
        return new Call<>(operation, method, path, body, answer, authorized, effect, preferredWait, changed);
    }

    CallInfo info(String traceId) {
        return new CallInfo(
                operation,
                effect == null ? null : effect.key(),
                effect == null ? null : effect.reference(),
                traceId,
                null);
    }

    /** Without path and body: both can be personal. */
    @Override
    public String toString() {
        return "Call[" + operation + "]";
    }
}
