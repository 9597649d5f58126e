package io.tongban.sdk.internal.call;

import io.tongban.api.Headers;
import io.tongban.sdk.internal.access.AccessToken;
import io.tongban.sdk.transport.TransportRequest;
import io.tongban.signature.MessageFields;
import io.tongban.signature.OperatorContent;
import io.tongban.signature.OperatorSignature;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.RequestSigner;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One try of a call, signed: what leaves, and the same as the answer's signature will cover it.
 *
 * @param token null for an open read
 */
record SignedRequest(
        RequestMessage message,
        TransportRequest wire,
        @Nullable AccessToken token) {
    /** Longer than any answer of the contract. */
    static final int MAX_ANSWER_BYTES = 8 * 1024 * 1024;

    static SignedRequest of(
            Call<?> call,
            String baseUrl,
            byte[] body,
            Trace trace,
            Duration timeout,
            @Nullable AccessToken token,
            @Nullable String scenario,
            RequestSigner signer) {
        String uri = baseUrl + call.path();
        Map<String, String> fields = fields(call, body, trace);
        if (token != null) {
            if (scenario != null) {
                fields.put(Headers.SCENARIO, scenario);
            }
            fields.put("Authorization", "Bearer " + token.value());
            fields.putAll(signer.sign(message(call, uri, fields), body));
            fields = beside(call, uri, fields);
        }
        TransportRequest wire =
                new TransportRequest(call.method(), URI.create(uri), fields, body, timeout, MAX_ANSWER_BYTES);
        return new SignedRequest(message(call, uri, fields), wire, token);
    }

    /** With the signatures of the people who sign, too; the program's covers none of theirs. */
    private static Map<String, String> beside(Call<?> call, String uri, Map<String, String> fields) {
        Call.@Nullable People people = call.options().people();
        if (people == null) {
            return fields;
        }
        Map<String, String> all = fields;
        for (OperatorSignature each : people.sign(OperatorContent.of(message(call, uri, fields)))) {
            all = each.beside(all);
        }
        return all;
    }

    private static Map<String, String> fields(Call<?> call, byte[] body, Trace trace) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Accept", "application/json, application/problem+json");
        fields.put("User-Agent", Version.USER_AGENT);
        fields.put("traceparent", trace.traceparent());
        if (body.length > 0) {
            fields.put("Content-Type", "application/json");
        }
        if (call.effect() != null) {
            fields.put(Headers.IDEMPOTENCY_KEY, call.effect().key());
        }
        String counter = call.options().counter();
        if (counter != null && call.authorized()) {
            fields.put(Headers.COUNTER_CONTEXT, counter);
        }
        if (call.preferredWait() != null) {
            fields.put(Headers.PREFER, "wait=" + call.preferredWait().toSeconds());
        }
        return fields;
    }

    private static RequestMessage message(Call<?> call, String uri, Map<String, String> fields) {
        return new RequestMessage(
                call.method(), uri, MessageFields.builder().addAll(fields).build());
    }

    /** Without token and fields. */
    @Override
    public String toString() {
        return "SignedRequest[" + wire + "]";
    }
}
