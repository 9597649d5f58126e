package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Call.Effect;
import io.tongban.sdk.internal.call.IdempotencyKeys;
import io.tongban.sdk.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Describes calls that change something, each under its idempotency key. */
record IdempotentCalls(String clientId) {
    /**
     * What is changed, and what it is called.
     *
     * @param reference the key comes from it and the content
     * @param shown in errors: nothing secret or personal
     * @param after names the state that ended an earlier attempt in the same words; empty for the first
     */
    record Name(String reference, String shown, String after) {
        static Name of(String reference) {
            return new Name(reference, reference, "");
        }

        Name after(String state) {
            return new Name(reference, shown, state);
        }

        @Override
        public String toString() {
            return "Name[" + shown + "]";
        }
    }

    /** The same effect under the same name in the same words has the same key, also after a restart. */
    <T> Call<T> named(
            String operation, String path, Object body, Class<T> answer, String reference, RequestOptions options) {
        return named(operation, "POST", path, body, answer, Name.of(reference), options);
    }

    <T> Call<T> named(
            String operation,
            String method,
            String path,
            @Nullable Object body,
            Class<T> answer,
            Name name,
            RequestOptions options) {
        byte[] content = body == null ? new byte[0] : Json.write(body);
        String key = IdempotencyKeys.derived(operation, clientId, name.reference(), content, name.after());
        return effect(operation, method, path, body, answer, key, name.shown(), options);
    }

    /** The key is drawn anew for each call, because the same words may be meant again. */
    <T> Call<T> repeatable(
            String operation,
            String method,
            String path,
            @Nullable Object body,
            Class<T> answer,
            String reference,
            RequestOptions options) {
        return effect(operation, method, path, body, answer, IdempotencyKeys.drawn(), reference, options);
    }

    private static <T> Call<T> effect(
            String operation,
            String method,
            String path,
            @Nullable Object body,
            Class<T> answer,
            String key,
            String reference,
            RequestOptions options) {
        Given.value(options, "options");
        String chosen = options.idempotencyKey() == null ? key : options.idempotencyKey();
        return Call.effect(operation, method, path, body, answer, new Effect(chosen, reference))
                .with(new Call.Options(options.timeout(), options.traceparent()));
    }
}
