package io.tongban.signature;

import static io.tongban.signature.SignatureFailure.COMPONENT_NOT_COVERED;
import static io.tongban.signature.SignatureFailure.DIGEST_MISMATCH;
import static io.tongban.signature.SignatureFailure.DIGEST_MISSING;
import static io.tongban.signature.SignatureFailure.EXPIRED;
import static io.tongban.signature.SignatureFailure.INVALID;
import static io.tongban.signature.SignatureFailure.KEY_UNKNOWN;
import static io.tongban.signature.SignatureFailure.MISSING;
import static io.tongban.signature.SignatureFailure.TAG_WRONG;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Webhooks that a partner must not act on. */
final class RefusedWebhooks {

    private RefusedWebhooks() {}

    static List<VectorFile.Refusal> all() {
        VectorRequest signed =
                VectorCases.signedWebhook("webhook-ed25519", VectorMessages.webhook(), "gateway-ed25519");
        Stream<VectorFile.Refusal> others = Stream.of(
                webhook("webhook-not-signed", MISSING, VectorMessages.webhook()),
                webhook("webhook-body-changed", DIGEST_MISMATCH, signed.withBody("{}")),
                webhook("webhook-body-cut-off", DIGEST_MISMATCH, signed.withBody("")),
                webhook("webhook-digest-missing", DIGEST_MISSING, signed.without(ContentDigest.FIELD)),
                webhook("webhook-to-another-target", INVALID, signed.withTargetUri("https://other.example/hooks")),
                forged("webhook-tag-of-a-request", TAG_WRONG, f -> f.set("tag", Tags.REQUEST)),
                forged("webhook-61-s-old", EXPIRED, f -> f.created(Duration.ofSeconds(-61))),
                forged(
                        "webhook-by-a-partners-key",
                        KEY_UNKNOWN,
                        f -> f.set("keyid", "partner-ed25519").signedBy("partner-ed25519")));
        Stream<VectorFile.Refusal> notCovered = CoveredComponents.ofWebhook().stream()
                .map(component -> forged(
                        "webhook-not-covered-" + component.name(),
                        COMPONENT_NOT_COVERED,
                        f -> f.notCovering(component)));
        return Stream.concat(others, notCovered).toList();
    }

    private static VectorFile.Refusal forged(String name, SignatureFailure failure, UnaryOperator<Forge> departure) {
        VectorRequest digested = VectorRefusals.digested(VectorMessages.webhook());
        return webhook(
                name,
                failure,
                digested.with(departure.apply(Forge.webhook(name, digested)).fields()));
    }

    private static VectorFile.Refusal webhook(String name, SignatureFailure failure, VectorRequest request) {
        return new VectorFile.Refusal(name, VectorFile.Kind.webhook, request, null, failure.name(), failure.code());
    }
}
