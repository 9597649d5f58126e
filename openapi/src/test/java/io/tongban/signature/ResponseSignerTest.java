package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseSignerTest {

    private final ResponseSigner signer = new ResponseSigner(TestKeys.signer("gateway-p256"), VectorCases.CLOCK);

    @ParameterizedTest
    @ValueSource(strings = {"sig=:AAAA:", "no structured field", "名", "a\nb", "\u0000", ""})
    void signsTheAnswerToAnyRequestHoweverBroken(String signature) {
        VectorRequest request = VectorMessages.read().with(Map.of("Signature", signature));
        VectorResponse problem = VectorMessages.problem(ProblemType.SIGNATURE_MALFORMED);

        assertThat(signer.sign(problem.message(request), problem.octets()))
                .containsKeys("Content-Digest", "Signature-Input", "Signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.tongban.example/名", "https://api.tongban.example/a\nb", "/no-scheme", ""})
    void signsTheAnswerToAnyTarget(String targetUri) {
        VectorRequest request = VectorMessages.read().withTargetUri(targetUri);
        VectorResponse problem = VectorMessages.problem(ProblemType.NOT_FOUND);

        assertThat(signer.sign(problem.message(request), problem.octets())).containsKey("Signature");
    }
}
