package io.tongban.sdk;

import io.tongban.sdk.call.Call;
import io.tongban.sdk.call.Call.Effect;
import io.tongban.sdk.call.IdempotencyKeys;
import org.jspecify.annotations.Nullable;

/** Describes calls that change something, each under its idempotency key. */
record Effects(String clientId) {
    /** The key comes from the reference: the same effect under the same name has the same key, also after a restart. */
    <T> Call<T> named(
            String operation, String path, Object body, Class<T> answer, String reference, RequestOptions options) {
        return effect(operation, "POST", path, body, answer, derived(operation, reference), reference, options);
    }

    /** Like {@link #named}, with another name for the key than is shown. */
    <T> Call<T> named(
            String operation,
            String method,
            String path,
            @Nullable Object body,
            Class<T> answer,
            String reference,
            String shown,
            RequestOptions options) {
        return effect(operation, method, path, body, answer, derived(operation, reference), shown, options);
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

    private String derived(String operation, String reference) {
        return IdempotencyKeys.derived(operation, clientId, reference);
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
        String chosen = options.idempotencyKey() == null ? key : options.idempotencyKey();
        return Call.effect(operation, method, path, body, answer, new Effect(chosen, reference))
                .with(new Call.Options(options.timeout(), options.traceparent()));
    }
}
