package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a stranger sends is refused by an outcome, never by an exception. */
class HostileInputPropertiesTest {

    private static final String GRAMMAR = "sig=(\"@method\" content-digest;req:*,\\)?01-.AZ%\t\u0000é\n";
    private static final List<Verifier> VERIFIERS = Stream.of("partner-ed25519", "partner-p256", "partner-rsa")
            .map(keyid -> Verifier.of(TestKeys.jwk(keyid)))
            .toList();
    private static final VectorRequest SIGNED = VectorRefusals.withhold();

    @Property(tries = 2000)
    void refusesAnySignatureInput(@ForAll("texts") String text) {
        assertRejected(SIGNED.replacing("Signature-Input", text));
    }

    @Property(tries = 1000)
    void refusesAnyTextWithinASignatureInput(@ForAll("texts") String text) {
        String input = SIGNED.field("Signature-Input");
        int middle = Math.floorMod(text.hashCode(), input.length());
        VectorRequest request =
                SIGNED.replacing("Signature-Input", input.substring(0, middle) + text + input.substring(middle));

        Verification outcome = verify(request);
        assertThat(outcome).isInstanceOfAny(Verification.Verified.class, Verification.Rejected.class);
        if (outcome instanceof Verification.Rejected rejected) {
            assertThat(PrintableAscii.is(rejected.detail()))
                    .as(rejected.detail())
                    .isTrue();
        }
    }

    @Property(tries = 1000)
    void refusesAnySignature(@ForAll("texts") String text) {
        assertRejected(SIGNED.replacing("Signature", text));
    }

    @Property(tries = 1000)
    void refusesAnyDigest(@ForAll("texts") String text) {
        assertRejected(SIGNED.replacing("Content-Digest", text));
    }

    @Property(tries = 1000)
    void refusesAnyTarget(@ForAll("texts") String text) {
        assertRejected(SIGNED.withTargetUri(text));
    }

    @Property(tries = 500)
    void refusesAnyAnswer(@ForAll("texts") String input, @ForAll("texts") String signature) {
        VectorResponse answer =
                VectorMessages.accepted().with(Map.of("Signature-Input", input, "Signature", signature));
        ResponseVerifier verifier = new ResponseVerifier(VectorCases.CLOCK, Duration.ofSeconds(60));

        assertThat(verifier.verify(answer.message(SIGNED), answer.octets(), TestKeys.GATEWAYS))
                .isInstanceOf(Verification.Rejected.class);
    }

    @Property(tries = 1000)
    void noOctetsVerifyByChance(@ForAll byte[] octets, @ForAll("verifiers") Verifier verifier) {
        assertThat(verifier.verify(new byte[] {1}, octets)).isFalse();
    }

    @Property(tries = 500)
    void noOctetsOfTheRightLengthVerifyByChance(@ForAll("signatures") byte[] octets) {
        VERIFIERS.forEach(
                verifier -> assertThat(verifier.verify(new byte[] {1}, octets)).isFalse());
    }

    private static void assertRejected(VectorRequest request) {
        assertThat(verify(request)).isInstanceOf(Verification.Rejected.class);
    }

    private static Verification verify(VectorRequest request) {
        return new RequestVerifier(VectorCases.CLOCK).verify(request.message(), request.octets(), TestKeys.PARTNERS);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> almost = Arbitraries.strings().withChars(GRAMMAR).ofMaxLength(60);
        return Arbitraries.oneOf(
                anything,
                almost,
                almost.map(rest -> "sig=(\"@method\"" + rest),
                almost.map(rest -> "sig=();tag=\"fapi-2-request\"" + rest));
    }

    @Provide
    Arbitrary<Verifier> verifiers() {
        return Arbitraries.of(VERIFIERS);
    }

    @Provide
    Arbitrary<byte[]> signatures() {
        return Arbitraries.bytes().array(byte[].class).ofSize(64);
    }
}
