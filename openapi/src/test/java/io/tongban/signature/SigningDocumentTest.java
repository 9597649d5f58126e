package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigningDocumentTest {

    private static final SigningDocument DOCUMENT = SigningDocument.read();
    private static final VectorFile VECTORS = VectorFile.read().orElseThrow();

    static Stream<SigningDocument.Block> examples() {
        return DOCUMENT.blocks("example").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsExactlyWhatTheLibraryComputes(SigningDocument.Block example) {
        assertThat(example.content()).isEqualTo(WorkedExample.show(VECTORS.named(example.name()), example.part()));
    }

    @Test
    void worksThroughEveryKindOfMessage() {
        assertThat(examples().map(example -> example.name() + " " + example.part()))
                .contains(
                        "withhold-ed25519 digest",
                        "withhold-ed25519 base",
                        "withhold-ed25519 message",
                        "read-ed25519 base",
                        "read-ed25519 input",
                        "read-ed25519 signature",
                        "withhold-answer-ed25519 message",
                        "withhold-answer-ed25519 base",
                        "answer-problem-to-an-unsigned-request message",
                        "webhook-ed25519 message",
                        "webhook-ed25519 base");
    }

    @Test
    void showsTheKeysOfTheExamples() throws Exception {
        List<SigningDocument.Block> keys = DOCUMENT.blocks("key");

        assertThat(keys).extracting(SigningDocument.Block::name).containsExactly("partner-ed25519", "gateway-ed25519");
        assertThat(json(keys.get(0).content())).isEqualTo(json(TestKeys.jwk("partner-ed25519")));
        assertThat(json(keys.get(1).content()))
                .isEqualTo(json(TestKeys.jwk("gateway-ed25519").toPublicJWK()));
    }

    @Test
    void explainsEveryCodeThatRefusesASignatureOrADigest() {
        List<String> failures = Arrays.stream(SignatureFailure.values())
                .map(SignatureFailure::code)
                .toList();
        List<String> catalogue = Arrays.stream(ProblemType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .filter(code -> code.startsWith("signature-") || code.startsWith("digest-"))
                .toList();

        assertThat(DOCUMENT.codes())
                .containsExactlyInAnyOrderElementsOf(catalogue)
                .containsAll(failures);
    }

    @Test
    void countsTheVectorsRight() {
        assertThat(DOCUMENT.text())
                .contains(VECTORS.cases().size() + " that must verify and "
                        + VECTORS.refusals().size() + " that must not");
    }

    @Test
    void namesTheProfileAsTheLibraryHasIt() {
        Map<String, List<ComponentIdentifier>> profile = Map.of(
                Tags.REQUEST,
                CoveredComponents.ofRequest(VectorMessages.withhold().message(), new byte[1]),
                Tags.RESPONSE,
                CoveredComponents.ofResponse(VectorMessages.accepted().message(VectorRefusals.withhold()), new byte[1]),
                Tags.WEBHOOK,
                CoveredComponents.ofWebhook());

        String table = DOCUMENT.text().substring(DOCUMENT.text().indexOf("## The profile"));
        profile.forEach((tag, components) -> {
            assertThat(table).contains("`" + tag + "`");
            components.forEach(component -> assertThat(table).contains("`" + component + "`"));
        });
        Arrays.stream(SignatureAlgorithm.values())
                .forEach(algorithm -> assertThat(table).contains("| `" + algorithm.wireName() + "` |"));
    }

    private static JsonNode json(JWK key) throws Exception {
        return json(key.toJSONString());
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
