package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.MessageFields;
import io.tongban.signature.ResponseMessage;
import io.tongban.signature.ResponseVerifier;
import io.tongban.signature.Verification;
import io.tongban.signature.Verifier;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Sends calls as they are, and verifies each answer against the gateway's published keys. */
final class Wire {
    private final URI gateway;
    private final Transport.Carrier carrier;
    private final Map<String, Verifier> keys = new HashMap<>();

    Wire(URI gateway, Transport.Carrier carrier) {
        this.gateway = gateway;
        this.carrier = carrier;
    }

    /** Sends it and checks that the answer is signed for this very request. */
    Answer send(Call call) {
        return verified(call, sendUnchecked(call));
    }

    /**
     * Sends what is made anew for each try, until the answer is another than 503: a caller was told then that nothing was
     * done, and when to come back. The realm shares this machine, and a certification's report is not there at once.
     */
    Answer sendUntilAvailable(Supplier<Call> call) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> send(call.get()), answer -> answer.status() != 503);
    }

    Answer verified(Call call, Answer answer) {
        MessageFields fields = MessageFields.of(answer.fields());
        Verification verification = new ResponseVerifier(Clock.systemUTC(), Duration.ofMinutes(1))
                .verify(new ResponseMessage(answer.status(), fields, call.message()), answer.body(), this::key);
        assertThat(verification)
                .as("%s %s answered %s", call.method(), call.target(), answer.status())
                .isInstanceOf(Verification.Verified.class);
        return answer;
    }

    Answer sendUnchecked(Call call) {
        return carrier.carry(call);
    }

    private synchronized KeyAnswer key(String keyid) {
        if (!keys.containsKey(keyid)) {
            fetchKeys();
        }
        Verifier found = keys.get(keyid);
        return found == null ? new KeyAnswer.Unknown() : new KeyAnswer.Found(found);
    }

    private void fetchKeys() {
        try {
            byte[] published = carrier.carry(Call.of("GET", gateway, "/.well-known/jwks.json", ""))
                    .body();
            JWKSet.parse(new String(published, UTF_8))
                    .getKeys()
                    .forEach(key -> keys.put(key.getKeyID(), Verifier.of(key)));
        } catch (ParseException e) {
            throw new IllegalStateException("the gateway publishes no JWK Set", e);
        }
    }
}
