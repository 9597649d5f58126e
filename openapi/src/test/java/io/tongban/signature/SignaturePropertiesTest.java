package io.tongban.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SignaturePropertiesTest {

    private static final Map<String, RequestSigner> SIGNERS = Map.of(
            "partner-ed25519", signer("partner-ed25519"),
            "partner-p256", signer("partner-p256"),
            "partner-rsa", signer("partner-rsa"));
    private static final RequestVerifier VERIFIER = new RequestVerifier(VectorCases.CLOCK);
    private static final List<String> COVERED =
            List.of("method", "target", "Authorization", "Content-Type", "Idempotency-Key", "Signature-Input", "body");

    @Property(tries = 150)
    void whateverIsSignedVerifies(@ForAll("requests") VectorRequest request, @ForAll("keyids") String keyid) {
        assertThat(verify(signed(request, keyid)))
                .isInstanceOfSatisfying(
                        Verification.Verified.class,
                        verified -> assertThat(verified.keyid()).isEqualTo(keyid));
    }

    @Property(tries = 500)
    void aChangeOfOneCharacterOfAnyCoveredPartIsRefused(
            @ForAll("requests") VectorRequest request,
            @ForAll("parts") String part,
            @ForAll @IntRange(max = 10_000) int position,
            @ForAll @IntRange(min = 0x21, max = 0x7e) int character) {
        VectorRequest signed = signed(request, "partner-ed25519");
        VectorRequest changed = change(signed, part, position, (char) character);

        Class<?> expected = changed.equals(signed) ? Verification.Verified.class : Verification.Rejected.class;
        assertThat(verify(changed)).isInstanceOf(expected);
    }

    private static VectorRequest change(VectorRequest signed, String part, int position, char character) {
        return switch (part) {
            case "method" -> signed.withMethod(change(signed.method(), position, character));
            case "target" -> signed.withTargetUri(change(signed.targetUri(), position, character));
            case "body" -> signed.withBody(change(signed.body(), position, character));
            default -> signed.replacing(part, change(signed.field(part), position, character));
        };
    }

    private static String change(String text, int position, char character) {
        StringBuilder changed = new StringBuilder(text);
        changed.setCharAt(position % text.length(), character);
        return changed.toString();
    }

    private static VectorRequest signed(VectorRequest request, String keyid) {
        return request.with(SIGNERS.get(keyid).sign(request.message(), request.octets()));
    }

    private static Verification verify(VectorRequest request) {
        return VERIFIER.verify(request.message(), request.octets(), TestKeys.PARTNERS);
    }

    private static RequestSigner signer(String keyid) {
        return new RequestSigner(TestKeys.signer(keyid), VectorCases.CLOCK);
    }

    @Provide
    Arbitrary<String> keyids() {
        return Arbitraries.of(SIGNERS.keySet());
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.of(COVERED);
    }

    /** Each has a body, an idempotency key and a token, so that every part is covered. */
    @Provide
    Arbitrary<VectorRequest> requests() {
        Arbitrary<String> methods = Arbitraries.of("GET", "POST", "DELETE", "PATCH");
        Arbitrary<String> targets = Arbitraries.strings()
                .withCharRange('!', '~')
                .ofMaxLength(60)
                .map(rest -> VectorMessages.BASE_URL + "/" + rest);
        Arbitrary<String> values = Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars(' ')
                .ofMaxLength(60)
                .map(text -> "v" + text + "v");
        Arbitrary<String> bodies =
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(100).map(SignaturePropertiesTest::encodable);
        return Combinators.combine(methods, targets, values, values, bodies)
                .as((method, target, token, key, body) -> VectorRequest.of(
                        method,
                        target,
                        body,
                        "Authorization",
                        token,
                        "Content-Type",
                        VectorMessages.JSON,
                        "Idempotency-Key",
                        key));
    }

    /** Lone surrogates have no UTF-8. */
    private static String encodable(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
