package io.tongban.sandbox.wire;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.signature.Signer;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** A partner that writes its requests by hand. */
record ByHand(URI base, JWK key, Supplier<String> token) {

    Call get(String target) {
        return signed(unsigned("GET", target, ""));
    }

    Call post(String target, String body) {
        return post(target, body, UUID.randomUUID().toString());
    }

    Call post(String target, String body, String idempotencyKey) {
        return signed(unsigned("POST", target, body).with("idempotency-key", idempotencyKey));
    }

    Call unsigned(String method, String target, String body) {
        return Call.of(method, base, target, body).with("authorization", "Bearer " + token.get());
    }

    Call signed(Call call) {
        return call.signed(signer(), Clock.systemUTC());
    }

    Signer signer() {
        return Signer.of(key);
    }
}
