package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.signature.Signer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a signature has its own code, and nothing of the request is stored. */
@OverEachTransport
class SignatureRefusalsTest {
    private final TestSandbox sandbox;

    SignatureRefusalsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("flaws")
    void refuses(String code, String flaw, Function<TestSandbox, Call> call) {
        sandbox.assertRefused(call.apply(sandbox), code);
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw("signature-missing", "no signature at all", box -> unsigned(box)),
                flaw("signature-missing", "no Signature", box -> signed(box).without("signature")),
                flaw(
                        "signature-missing",
                        "no Signature-Input",
                        box -> signed(box).without("signature-input")),
                flaw(
                        "signature-malformed",
                        "not a dictionary",
                        box -> signed(box).with("signature-input", "sig=(((")),
                flaw("signature-malformed", "not base64", box -> signed(box).with("signature", "sig=:%%%:")),
                flaw("signature-malformed", "created is a string", box -> {
                    Call call = signed(box);
                    return call.with(
                            "signature-input",
                            call.fields().get("signature-input").replaceFirst(";created=[0-9]+", ";created=\"now\""));
                }),
                flaw("signature-label-duplicate", "the label twice", box -> {
                    Call call = signed(box);
                    return call.with(
                            "signature-input",
                            call.fields().get("signature-input") + ", "
                                    + call.fields().get("signature-input"));
                }),
                flaw(
                        "signature-malformed",
                        "a component twice",
                        box -> signed(box).replacing("signature-input", "(\"@method\"", "(\"@method\" \"@method\"")),
                flaw(
                        "signature-component-missing",
                        "target not covered",
                        box -> signed(box).replacing("signature-input", " \"@target-uri\"", "")),
                flaw(
                        "signature-component-missing",
                        "token not covered",
                        box -> signed(box).replacing("signature-input", " \"authorization\"", "")),
                flaw(
                        "signature-component-missing",
                        "digest not covered",
                        box -> signed(box).replacing("signature-input", " \"content-digest\"", "")),
                flaw(
                        "signature-component-missing",
                        "idempotency key not covered",
                        box -> signed(box).replacing("signature-input", " \"idempotency-key\"", "")),
                flaw(
                        "signature-parameter-unknown",
                        "a parameter of its own",
                        box -> signed(box).replacing("signature-input", ";tag=", ";colour=\"red\";tag=")),
                flaw("signature-parameter-missing", "no nonce", box -> {
                    Call call = signed(box);
                    return call.with(
                            "signature-input",
                            call.fields().get("signature-input").replaceFirst(";nonce=\"[^\"]*\"", ""));
                }),
                flaw(
                        "signature-tag",
                        "another tag",
                        box -> signed(box).replacing("signature-input", "fapi-2-request", "fapi-2-response")),
                flaw(
                        "signature-algorithm",
                        "another algorithm than the key's",
                        box -> signed(box).replacing("signature-input", "ecdsa-p256-sha256", "ed25519")),
                flaw("signature-key-unknown", "a key that nobody registered", box -> stranger(box)),
                flaw(
                        "signature-key-foreign",
                        "the key of another client",
                        box -> unsigned(box).signed(box.ride().signer(), Clock.systemUTC())),
                flaw("signature-expired", "61 seconds old", box -> signedAt(box, Duration.ofSeconds(-61))),
                flaw("signature-from-future", "7 seconds ahead", box -> signedAt(box, Duration.ofSeconds(7))),
                flaw("signature-invalid", "another path", box -> signed(box).withTarget("/v1/workers?x=1")),
                flaw("signature-invalid", "another method", box -> signed(box).withMethod("PUT")),
                flaw(
                        "signature-invalid",
                        "another token of the same client",
                        box -> signed(box).with("authorization", "Bearer " + box.anotherToken())),
                flaw(
                        "signature-invalid",
                        "another idempotency key",
                        box -> signed(box)
                                .with("idempotency-key", UUID.randomUUID().toString())),
                flaw("digest-mismatch", "another body", box -> signed(box).withBody(TestSandbox.REGISTRATION + " ")),
                flaw("digest-missing", "no digest", box -> signed(box).without("content-digest")),
                flaw(
                        "digest-malformed",
                        "a digest that is none",
                        box -> signed(box).with("content-digest", "sha-256=42")));
    }

    @Test
    void aRequestSentTwiceIsRefusedForItsNonce() {
        Call call = sandbox.delivery().get("/v1/withholdings?limit=1");

        assertThat(sandbox.wire().send(call).status()).isEqualTo(200);
        sandbox.assertRefused(call, "signature-nonce-reused");
    }

    @Test
    void theUntouchedRequestWouldHavePassed() {
        Call call = sandbox.delivery().post("/v1/workers", sandbox.registration("44"));

        assertThat(sandbox.wire().send(call).status()).isEqualTo(201);
    }

    private static Arguments flaw(String code, String flaw, Function<TestSandbox, Call> call) {
        return arguments(code, flaw, call);
    }

    private static Call unsigned(TestSandbox box) {
        return box.delivery()
                .unsigned("POST", "/v1/workers", TestSandbox.REGISTRATION)
                .with("idempotency-key", UUID.randomUUID().toString());
    }

    private static Call signed(TestSandbox box) {
        return box.delivery().signed(unsigned(box));
    }

    private static Call signedAt(TestSandbox box, Duration offset) {
        return unsigned(box).signed(box.delivery().signer(), Clock.offset(Clock.system(ZoneOffset.UTC), offset));
    }

    private static Call stranger(TestSandbox box) {
        try {
            return unsigned(box)
                    .signed(
                            Signer.of(new ECKeyGenerator(Curve.P_256)
                                    .keyID("stranger")
                                    .generate()),
                            Clock.systemUTC());
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
