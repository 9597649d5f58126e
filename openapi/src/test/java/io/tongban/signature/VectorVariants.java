package io.tongban.signature;

import io.tongban.api.problem.ProblemType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Messages that verify although they are not what our own signers would send, or that are out of the ordinary. */
final class VectorVariants {

    static final String COUNTER =
            "point=\"gz-001-c1\", operator=\"T1001\", session=\"visit-17\", purpose=status, identified=card-read";

    private VectorVariants() {}

    static List<VectorFile.Case> all() {
        return List.of(
                ordinary("list-with-query", VectorMessages.list()),
                ordinary("register-utf8-body", VectorMessages.register()),
                ordinary("search-body-without-idempotency-key", VectorMessages.search()),
                ordinary("delete-idempotency-key-without-body", VectorMessages.delete()),
                ordinary("counter-context", VectorMessages.read().with(Map.of("Counter-Context", COUNTER))),
                coversMore(),
                anotherLabelBesideAProxysSignature(),
                bothDigests(),
                digestOfNoBody(),
                forged("expires-in-this-second", f -> f.set("expires", Forge.NOW.getEpochSecond())),
                forged("created-60-s-ago", f -> f.created(Duration.ofSeconds(-60))),
                forged("created-5-s-ahead", f -> f.created(Duration.ofSeconds(5))),
                answer("answer-without-body", VectorMessages.noContent()),
                answer("answer-problem", VectorMessages.problem(ProblemType.WEBHOOK_NOT_FOUND)),
                answerToAnUnsignedRequest());
    }

    private static VectorFile.Case ordinary(String name, VectorRequest request) {
        return VectorCases.ofRequest(name, VectorCases.signed(name, request, "partner-ed25519"));
    }

    private static VectorFile.Case forged(String name, UnaryOperator<Forge> change) {
        VectorRequest request = VectorMessages.read();
        return VectorCases.ofRequest(
                name, request.with(change.apply(Forge.request(name, request)).fields()));
    }

    /** Two lines of one field, white space around them, and one field more than required. */
    private static VectorFile.Case coversMore() {
        VectorRequest request = VectorMessages.read()
                .with(Map.of("Accept-Language", "  zh-CN "))
                .with(Map.of("Accept-Language", "en;q=0.5\t"));
        Forge forge = Forge.request("covers-more", request)
                .covering(ComponentIdentifier.of("accept-language"), ComponentIdentifier.of("@query"));
        return VectorCases.ofRequest("covers-more-two-lines-and-white-space", request.with(forge.fields()));
    }

    private static VectorFile.Case anotherLabelBesideAProxysSignature() {
        VectorRequest request = VectorMessages.read();
        Map<String, String> ours =
                Forge.request("another-label", request).label("tongban-1").fields();
        Map<String, String> proxys = Forge.request("proxy", request)
                .label("proxy")
                .set("tag", "some-proxy")
                .set("context", "unknown to this profile, and no business of it")
                .fields();
        Map<String, String> both = new LinkedHashMap<>(proxys);
        both.replaceAll((name, value) -> value + ", " + ours.get(name));
        return VectorCases.ofRequest("another-label-beside-a-proxys-signature", request.with(both));
    }

    private static VectorFile.Case bothDigests() {
        String name = "digest-sha-256-and-sha-512";
        VectorRequest request = VectorMessages.search();
        String both = ContentDigest.of(request.octets()) + ", " + Octets.sha512Field(request.octets());
        VectorRequest digested = request.with(Map.of(ContentDigest.FIELD, both));
        return VectorCases.ofRequest(
                name, digested.with(Forge.request(name, digested).fields()));
    }

    private static VectorFile.Case digestOfNoBody() {
        VectorRequest request =
                VectorMessages.read().with(Map.of(ContentDigest.FIELD, Octets.sha512Field(new byte[0])));
        Forge forge = Forge.request("digest-of-no-body", request).covering(CoveredComponents.CONTENT_DIGEST);
        return VectorCases.ofRequest("digest-of-no-body", request.with(forge.fields()));
    }

    private static VectorFile.Case answer(String name, VectorResponse response) {
        VectorRequest request = VectorCases.signed(name, VectorMessages.delete(), "partner-ed25519");
        return VectorCases.answer(name, response, request, "gateway-ed25519");
    }

    private static VectorFile.Case answerToAnUnsignedRequest() {
        VectorResponse problem = VectorMessages.problem(ProblemType.SIGNATURE_MISSING);
        return VectorCases.answer(
                "answer-problem-to-an-unsigned-request", problem, VectorMessages.read(), "gateway-ed25519");
    }
}
