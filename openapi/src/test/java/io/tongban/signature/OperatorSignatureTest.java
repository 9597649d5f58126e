package io.tongban.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.signature.OperatorSignature.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A maker signs, a checker signs the same and the maker's signature, and the pair is a proof. */
class OperatorSignatureTest {
    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final byte[] BODY = "{\"amountFen\":640000}".getBytes(UTF_8);
    private static final ECKey TELLER = key("t1001");
    private static final ECKey SUPERVISOR = key("s2001");
    private static final KeyLookup KEYS = KeyLookup.in(Map.of(
            "t1001", Verifier.of(TELLER.toPublicJWK()),
            "s2001", Verifier.of(SUPERVISOR.toPublicJWK())));
    private static final Map<String, String> FIELDS = Map.of(
            "content-type", "application/json",
            "idempotency-key", "till-17",
            "counter-context", "point=\"c1\", operator=\"T1001\", session=\"v\", purpose=pay, identified=card-read");
    private static final OperatorContent CONTENT = OperatorContent.of(message(FIELDS), BODY);
    private static final OperatorSignature MAKER = new OperatorSigner(Signer.of(TELLER), at(NOW)).make(CONTENT);
    private static final OperatorSignature CHECKER =
            new OperatorSigner(Signer.of(SUPERVISOR), at(NOW.plusSeconds(40))).check(CONTENT, MAKER);

    private static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static RequestMessage message(Map<String, String> fields) {
        return new RequestMessage(
                "POST",
                "https://api.tongban.example/v1/counter-payments",
                MessageFields.builder().addAll(fields).build());
    }

    /** As it goes over the wire, below the signature of the bank's program. */
    private static Map<String, String> signed() {
        Map<String, String> fields = new LinkedHashMap<>(FIELDS);
        fields.put("content-digest", CONTENT.contentDigest());
        fields.put("signature-input", "sig=(\"@method\");created=1;tag=\"fapi-2-request\"");
        fields.put("signature", "sig=:AAAA:");
        return CHECKER.beside(MAKER.beside(fields));
    }

    private static Verification verify(Role role, Map<String, String> fields, byte[] body, Instant now) {
        return new OperatorVerifier(at(now)).verify(role, message(fields), body, KEYS);
    }

    @Test
    void bothVerifyBesideTheSignatureOfTheProgram() {
        assertThat(verify(Role.MAKER, signed(), BODY, NOW))
                .isEqualTo(new Verification.Verified("t1001", MAKER.nonce(), NOW));
        assertThat(verify(Role.CHECKER, signed(), BODY, NOW.plusSeconds(60))).isInstanceOf(Verification.Verified.class);
        assertThat(OperatorSignature.of(message(signed()).fields(), Role.MAKER)).isEqualTo(MAKER);
        assertThat(OperatorSignature.of(message(signed()).fields(), Role.CHECKER))
                .isEqualTo(CHECKER);
        assertThat(OperatorContent.of(message(signed()))).isEqualTo(CONTENT);
    }

    @Test
    void theCheckerCoversWhatTheMakerSignedBy() {
        assertThat(CHECKER.input()).contains("\"signature\";key=\"maker\"");
        OperatorSignature another = new OperatorSigner(Signer.of(TELLER), at(NOW)).make(CONTENT);
        assertThat(OperatorVerifier.kept(Role.CHECKER, CONTENT, BODY, List.of(another, CHECKER), KEYS))
                .isInstanceOf(Verification.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "content-type, application/jsons",
        "idempotency-key, till-18",
        "counter-context, 'point=\"c2\", operator=\"T1001\", session=\"v\", purpose=pay, identified=card-read'",
    })
    void aChangedFieldBreaksBoth(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(signed());
        changed.put(name, value);
        for (Role role : Role.values()) {
            assertThat(verify(role, changed, BODY, NOW.plusSeconds(40)))
                    .isInstanceOfSatisfying(
                            Verification.Rejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(SignatureFailure.INVALID));
        }
        assertThat(OperatorContent.of(message(changed))).isNotEqualTo(CONTENT);
    }

    @Test
    void anyChangedOctetOfTheBodyBreaksBoth() {
        for (int i = 0; i < BODY.length; i++) {
            byte[] changed = BODY.clone();
            changed[i] ^= 1;
            for (Role role : Role.values()) {
                assertThat(verify(role, signed(), changed, NOW.plusSeconds(40)))
                        .isInstanceOf(Verification.Rejected.class);
            }
        }
    }

    @Test
    void aLateSignatureIsRefusedOnAnswerAndHoldsForEverWhereItWasKept() {
        Instant later = NOW.plus(Duration.ofDays(4_000));
        assertThat(verify(Role.MAKER, signed(), BODY, NOW.plusSeconds(61)))
                .isInstanceOfSatisfying(
                        Verification.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(SignatureFailure.EXPIRED));
        assertThat(verify(Role.CHECKER, signed(), BODY, later)).isInstanceOf(Verification.Rejected.class);
        for (Role role : Role.values()) {
            assertThat(OperatorVerifier.kept(role, CONTENT, BODY, List.of(MAKER, CHECKER), KEYS))
                    .isInstanceOf(Verification.Verified.class);
        }
        assertThat(OperatorVerifier.kept(Role.CHECKER, CONTENT, BODY, List.of(MAKER), KEYS))
                .isInstanceOf(Verification.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\" \"idempotency-key\")",
                "(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\" \"idempotency-key\" \"counter-context\" \"authorization\")",
                "(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\" \"idempotency-key\" \"counter-context\";bs)",
            })
    void whoeverCoversLessOrMoreIsRefused(String components) {
        String parameters = MAKER.input().substring(MAKER.input().indexOf(')') + 1);
        Map<String, String> fields = new LinkedHashMap<>(FIELDS);
        fields.put("authorization", "Bearer x");
        fields.put("content-digest", CONTENT.contentDigest());
        SignatureParameters covered = SignatureParameters.parse(components + parameters);
        byte[] octets = Signer.of(TELLER)
                .sign(SignatureBase.of(message(fields), covered).bytes());
        OperatorSignature forged = new OperatorSignature(
                Role.MAKER,
                covered.serialized(),
                ":" + java.util.Base64.getEncoder().encodeToString(octets) + ":");

        assertThat(verify(Role.MAKER, forged.beside(fields), BODY, NOW)).isInstanceOf(Verification.Rejected.class);
    }

    @Test
    void theLabelIsThatOfTheRole() {
        Map<String, String> fields = new LinkedHashMap<>(signed());
        fields.replaceAll((name, value) -> value.replace("maker=", "author="));
        assertThat(verify(Role.MAKER, fields, BODY, NOW)).isInstanceOf(Verification.Rejected.class);
        assertThatThrownBy(() -> OperatorSignature.of(message(fields).fields(), Role.MAKER))
                .isInstanceOf(SignatureRefusedException.class);
        assertThat(OperatorSignature.isIn(message(FIELDS).fields(), Role.MAKER)).isFalse();
    }

    @Test
    void aMakersSignatureIsNoCheckers() {
        OperatorSignature asChecker = new OperatorSigner(Signer.of(TELLER), at(NOW)).check(CONTENT, MAKER);
        assertThat(asChecker.input()).contains("tongban-checker");
        assertThatThrownBy(() -> new OperatorSignature(Role.CHECKER, MAKER.input(), MAKER.signature()))
                .isInstanceOf(SignatureRefusedException.class);
    }
}
