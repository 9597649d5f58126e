package io.tongban.signature;

import static io.tongban.signature.SignatureFailure.COMPONENT_NOT_COVERED;
import static io.tongban.signature.SignatureFailure.DIGEST_MISMATCH;
import static io.tongban.signature.SignatureFailure.DIGEST_MISSING;
import static io.tongban.signature.SignatureFailure.EXPIRED;
import static io.tongban.signature.SignatureFailure.FROM_FUTURE;
import static io.tongban.signature.SignatureFailure.INVALID;
import static io.tongban.signature.SignatureFailure.KEY_UNKNOWN;
import static io.tongban.signature.SignatureFailure.MISSING;
import static io.tongban.signature.SignatureFailure.PARAMETER_UNKNOWN;
import static io.tongban.signature.SignatureFailure.TAG_WRONG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Answers that a client must not believe. */
final class RefusedAnswers {

    private static final VectorRequest ORDER = VectorRefusals.withhold();

    private RefusedAnswers() {}

    static List<VectorFile.Refusal> all() {
        return Stream.of(changed(), notCovered(), parameters())
                .flatMap(List::stream)
                .toList();
    }

    private static List<VectorFile.Refusal> changed() {
        VectorResponse answer =
                VectorCases.signed("withhold-answer-ed25519", VectorMessages.accepted(), ORDER, "gateway-ed25519");
        VectorRequest other = VectorCases.signed("another-request", VectorMessages.withhold(), "partner-ed25519");
        return List.of(
                answer("answer-not-signed", MISSING, VectorMessages.accepted(), ORDER),
                answer("answer-status-changed", INVALID, answer.withStatus(200), ORDER),
                answer("answer-body-changed", DIGEST_MISMATCH, answer.withBody("{}"), ORDER),
                answer("answer-body-cut-off", DIGEST_MISMATCH, answer.withBody(""), ORDER),
                answer("answer-digest-missing", DIGEST_MISSING, answer.without(ContentDigest.FIELD), ORDER),
                answer("answer-content-type-changed", INVALID, answer.replacing("Content-Type", "text/html"), ORDER),
                answer("answer-to-the-same-request-sent-again", INVALID, answer, other),
                answer("answer-to-another-method", INVALID, answer, ORDER.withMethod("PUT")),
                answer("answer-to-another-target", INVALID, answer, ORDER.withTargetUri(ORDER.targetUri() + "/x")));
    }

    private static List<VectorFile.Refusal> notCovered() {
        Stream<ComponentIdentifier> required = Stream.of(
                ComponentIdentifier.of("@status"),
                ComponentIdentifier.of("content-digest"),
                ComponentIdentifier.of("content-type"),
                ComponentIdentifier.ofRequest("@method"),
                ComponentIdentifier.ofRequest("@target-uri"),
                ComponentIdentifier.ofRequest("signature"));
        return required.map(component -> forged(
                        "answer-not-covered-" + component.name() + (component.has("req") ? "-of-the-request" : ""),
                        COMPONENT_NOT_COVERED,
                        f -> f.notCovering(component)))
                .toList();
    }

    private static List<VectorFile.Refusal> parameters() {
        ComponentIdentifier part = new ComponentIdentifier("content-digest", Map.of("key", "sha-256"));
        return List.of(
                forged("answer-tag-of-a-request", TAG_WRONG, f -> f.set("tag", Tags.REQUEST)),
                forged(
                        "answer-by-a-partners-key",
                        KEY_UNKNOWN,
                        f -> f.set("keyid", "partner-ed25519").signedBy("partner-ed25519")),
                forged("answer-61-s-old", EXPIRED, f -> f.created(Duration.ofSeconds(-61))),
                forged("answer-61-s-ahead", FROM_FUTURE, f -> f.created(Duration.ofSeconds(61))),
                forged("answer-component-key", PARAMETER_UNKNOWN, f -> f.covering(part)),
                forged("answer-by-another-key", INVALID, f -> f.signedBy("other-partner-ed25519")));
    }

    private static VectorFile.Refusal forged(String name, SignatureFailure failure, UnaryOperator<Forge> departure) {
        VectorResponse plain = VectorMessages.accepted();
        VectorResponse digested = plain.with(Map.of(ContentDigest.FIELD, ContentDigest.of(plain.octets())));
        Forge forge = departure.apply(Forge.response(name, digested, ORDER));
        return answer(name, failure, digested.with(forge.fields()), ORDER);
    }

    private static VectorFile.Refusal answer(
            String name, SignatureFailure failure, VectorResponse response, VectorRequest request) {
        return new VectorFile.Refusal(
                name, VectorFile.Kind.response, request, response, failure.name(), failure.code());
    }
}
