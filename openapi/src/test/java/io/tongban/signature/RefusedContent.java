package io.tongban.signature;

import static io.tongban.signature.SignatureFailure.DIGEST_MALFORMED;
import static io.tongban.signature.SignatureFailure.DIGEST_MISMATCH;
import static io.tongban.signature.SignatureFailure.DIGEST_MISSING;
import static io.tongban.signature.SignatureFailure.INVALID;
import static io.tongban.signature.VectorRefusals.forged;
import static io.tongban.signature.VectorRefusals.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests that were changed after they were signed, or whose digest is not that of the body. */
final class RefusedContent {

    private RefusedContent() {}

    static List<VectorFile.Refusal> all() {
        return Stream.of(digests(), changed(), signatures())
                .flatMap(List::stream)
                .toList();
    }

    private static List<VectorFile.Refusal> digests() {
        VectorRequest order = VectorMessages.withhold();
        String right = ContentDigest.of(order.octets());
        return List.of(
                request(
                        "digest-missing",
                        DIGEST_MISSING,
                        VectorRefusals.withhold().without(ContentDigest.FIELD)),
                digest("digest-not-a-dictionary", DIGEST_MALFORMED, "SHA-256=" + right.substring(8)),
                digest("digest-a-string", DIGEST_MALFORMED, right.replace(':', '"')),
                digest("digest-only-of-unknown-algorithms", DIGEST_MALFORMED, "md5=:1B2M2Y8AsgTpgAmY7PhCfg==:"),
                digest("digest-algorithm-twice", DIGEST_MALFORMED, right + ", " + right),
                digest("digest-of-another-body", DIGEST_MISMATCH, ContentDigest.of(new byte[] {'{', '}'})),
                digest("digest-too-short", DIGEST_MISMATCH, "sha-256=:AAAA:"),
                digest(
                        "digest-sha-512-wrong-beside-sha-256-right",
                        DIGEST_MISMATCH,
                        right + ", " + Octets.sha512Field(new byte[0])),
                request(
                        "body-changed",
                        DIGEST_MISMATCH,
                        VectorRefusals.withhold().withBody(order.body().replace("110200", "110201"))),
                request(
                        "body-with-line-feed",
                        DIGEST_MISMATCH,
                        VectorRefusals.withhold().withBody(order.body() + "\n")),
                request(
                        "body-cut-off",
                        DIGEST_MISMATCH,
                        VectorRefusals.withhold().withBody("")));
    }

    /** Signed with a Content-Digest that is not right. */
    private static VectorFile.Refusal digest(String name, SignatureFailure failure, String value) {
        VectorRequest request = VectorMessages.withhold().with(Map.of(ContentDigest.FIELD, value));
        return request(name, failure, request.with(Forge.request(name, request).fields()));
    }

    private static List<VectorFile.Refusal> changed() {
        VectorRequest order = VectorRefusals.withhold();
        VectorRequest list = VectorCases.signed("list-with-query", VectorMessages.list(), "partner-ed25519");
        return List.of(
                request("method-changed", INVALID, order.withMethod("PUT")),
                request("path-changed", INVALID, order.withTargetUri(order.targetUri() + "/")),
                request("query-added", INVALID, order.withTargetUri(order.targetUri() + "?dryRun=false")),
                request(
                        "query-changed",
                        INVALID,
                        list.withTargetUri(list.targetUri().replace("50", "500"))),
                request(
                        "query-recoded",
                        INVALID,
                        list.withTargetUri(list.targetUri().replace("%3A", "%3a"))),
                request(
                        "host-changed",
                        INVALID,
                        order.withTargetUri(order.targetUri().replace("api", "test"))),
                request(
                        "scheme-changed",
                        INVALID,
                        order.withTargetUri(order.targetUri().replace("https", "http"))),
                request("authorization-changed", INVALID, order.replacing("Authorization", "Bearer another")),
                request("content-type-changed", INVALID, order.replacing("Content-Type", "text/plain")),
                request("idempotency-key-changed", INVALID, order.replacing("Idempotency-Key", "\"other\"")),
                request("second-authorization", INVALID, order.with(Map.of("Authorization", "Bearer another"))));
    }

    private static List<VectorFile.Refusal> signatures() {
        return List.of(
                forged("signed-by-another-key", INVALID, f -> f.signedBy("other-partner-ed25519")),
                forged("base-with-line-feed-at-its-end", INVALID, f -> f.base(base -> base + "\n")),
                forged("base-with-carriage-returns", INVALID, f -> f.base(base -> base.replace("\n", "\r\n"))),
                forged("base-without-parameters", INVALID, f -> f.base(base -> base.replaceFirst("\n\"@sig.*$", ""))),
                forged("base-with-label", INVALID, f -> f.base(base -> base.replace("params\": (", "params\": sig=("))),
                signature("signature-of-nothing", "sig=::"),
                signature("signature-all-zero", "sig=:" + "A".repeat(86) + "==:"),
                request("signature-in-der", INVALID, DerSignature.withhold()));
    }

    private static VectorFile.Refusal signature(String name, String value) {
        return request(name, INVALID, VectorRefusals.edited("Signature", signature -> value));
    }
}
