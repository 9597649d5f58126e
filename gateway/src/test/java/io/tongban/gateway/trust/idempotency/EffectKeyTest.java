package io.tongban.gateway.trust.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.counter.CounterContext;
import io.tongban.api.counter.Identification;
import io.tongban.api.counter.Purpose;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectKeyTest {
    private static final ReceivedRequest REQUEST = request("POST", "/v1/workers", "{}");

    private static ReceivedRequest request(String method, String target, String body, String... keys) {
        MessageFields.Builder fields = MessageFields.builder();
        for (String key : keys) {
            fields.add("Idempotency-Key", key);
        }
        return new ReceivedRequest(
                new RequestMessage(method, "https://tongban.test" + target, fields.build()),
                target,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemType refusal(@Nullable String key, ReceivedRequest request) {
        try {
            EffectKey.of("c", key, request);
            throw new AssertionError("accepted");
        } catch (ProblemException refused) {
            return refused.type();
        }
    }

    @Test
    void demandsAKey() {
        assertThat(refusal(null, REQUEST)).isEqualTo(ProblemType.IDEMPOTENCY_KEY_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\tb",
                "钥匙",
                "\u007f",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void demandsVisibleAscii(String key) {
        assertThat(refusal(key, REQUEST)).isEqualTo(ProblemType.HEADER_INVALID);
    }

    @Test
    void demandsOneKey() {
        assertThat(refusal("a", request("POST", "/v1/workers", "{}", "a", "b"))).isEqualTo(ProblemType.HEADER_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"~", "wh-2026-10-000017", "1234567890123456789012345678901234567890123456789012345678901234"})
    void takesOneToSixtyFourCharacters(String key) {
        assertThat(EffectKey.of("c", key, REQUEST).key()).isEqualTo(key);
    }

    @Test
    void atACounterAnotherOperatorIsAnotherRequestAndAnotherSessionIsNot() {
        EffectKey key = EffectKey.of("c", "k", at("T1", "monday"));
        assertThat(key.sameRequestAs(EffectKey.of("c", "k", at("T1", "tuesday")).fingerprint()))
                .isTrue();
        assertThat(key.sameRequestAs(EffectKey.of("c", "k", at("T2", "monday")).fingerprint()))
                .isFalse();
        assertThat(key.sameRequestAs(EffectKey.of("c", "k", REQUEST).fingerprint()))
                .isFalse();
    }

    private static ReceivedRequest at(String operator, String session) {
        String counter = new CounterContext("c1", operator, session, Purpose.PAY, Identification.CARD_READ).toField();
        MessageFields fields =
                MessageFields.builder().add("Counter-Context", counter).build();
        return new ReceivedRequest(
                new RequestMessage("POST", "https://tongban.test/v1/workers", fields),
                "/v1/workers",
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knowsTheSameRequestByMethodTargetAndBody() {
        EffectKey key = EffectKey.of("c", "k", REQUEST);
        assertThat(key.sameRequestAs(EffectKey.of("c", "k", REQUEST).fingerprint()))
                .isTrue();
        assertThat(key.sameRequestAs(EffectKey.of("c", "k", request("PUT", "/v1/workers", "{}"))
                        .fingerprint()))
                .isFalse();
        assertThat(key.sameRequestAs(EffectKey.of("c", "k", request("POST", "/v1/workers?a", "{}"))
                        .fingerprint()))
                .isFalse();
        assertThat(key.sameRequestAs(EffectKey.of("c", "k", request("POST", "/v1/workers", "{} "))
                        .fingerprint()))
                .isFalse();
        assertThatThrownBy(() -> EffectKey.of("c", " ", REQUEST)).isInstanceOf(ProblemException.class);
    }
}
