package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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
import java.util.List;
import java.util.Map;

/** Sends calls as they are, and verifies each answer against the gateway's published keys. */
final class Wire {
    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final URI gateway;
    private final Map<String, Verifier> keys = new HashMap<>();

    Wire(URI gateway) {
        this.gateway = gateway;
    }

    /** Sends it and checks that the answer is signed for this very request. */
    Answer send(Call call) {
        return verified(call, sendUnchecked(call));
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
        RequestSpecification request = RestAssured.given().config(AS_IT_IS).urlEncodingEnabled(false);
        call.fields().forEach(request::header);
        if (call.body().length > 0) {
            request.body(call.body());
        }
        Response response = request.request(call.method(), call.uri());
        Map<String, List<String>> fields = new HashMap<>();
        response.headers()
                .forEach(field -> fields.computeIfAbsent(field.getName(), name -> new java.util.ArrayList<>())
                        .add(field.getValue()));
        return new Answer(response.statusCode(), fields, response.asByteArray());
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
            String published =
                    RestAssured.get(gateway + "/.well-known/jwks.json").asString();
            JWKSet.parse(published).getKeys().forEach(key -> keys.put(key.getKeyID(), Verifier.of(key)));
        } catch (ParseException e) {
            throw new IllegalStateException("the gateway publishes no JWK Set", e);
        }
    }
}
