package io.tongban.signature;

import static io.tongban.signature.VectorFile.Kind.request;
import static io.tongban.signature.VectorFile.Kind.response;
import static io.tongban.signature.VectorFile.Kind.webhook;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that verify. */
final class VectorCases {

    static final Clock CLOCK = Clock.fixed(Forge.NOW, ZoneOffset.UTC);

    private static final List<String> KEYS = List.of("ed25519", "p256", "rsa");

    private VectorCases() {}

    static List<VectorFile.Case> all() {
        List<VectorFile.Case> cases = new ArrayList<>();
        KEYS.forEach(key -> cases.addAll(withEachKey(key)));
        cases.addAll(VectorVariants.all());
        return List.copyOf(cases);
    }

    private static List<VectorFile.Case> withEachKey(String key) {
        VectorRequest order = signed("withhold-" + key, VectorMessages.withhold(), "partner-" + key);
        VectorRequest read = signed("read-" + key, VectorMessages.read(), "partner-" + key);
        return List.of(
                ofRequest("withhold-" + key, order),
                ofRequest("read-" + key, read),
                answer("withhold-answer-" + key, VectorMessages.accepted(), order, "gateway-" + key),
                ofWebhook("webhook-" + key, "gateway-" + key));
    }

    /** A request signed by the profile's own signer, with a nonce made from the name. */
    static VectorRequest signed(String name, VectorRequest request, String keyid) {
        RequestSigner signer = new RequestSigner(RecordedSigner.of(keyid), CLOCK, () -> Forge.nonce(name));
        return request.with(signer.sign(request.message(), request.octets()));
    }

    static VectorResponse signed(String name, VectorResponse response, VectorRequest request, String keyid) {
        ResponseSigner signer = new ResponseSigner(RecordedSigner.of(keyid), CLOCK, () -> Forge.nonce(name));
        return response.with(signer.sign(response.message(request), response.octets()));
    }

    static VectorRequest signedWebhook(String name, VectorRequest request, String keyid) {
        WebhookSigner signer = new WebhookSigner(RecordedSigner.of(keyid), CLOCK, () -> Forge.nonce(name));
        return request.with(signer.sign(request.message(), request.octets()));
    }

    static VectorFile.Case ofRequest(String name, VectorRequest signed) {
        return describe(name, request, signed, null, signed.message(), Tags.REQUEST);
    }

    static VectorFile.Case answer(String name, VectorResponse answer, VectorRequest to, String keyid) {
        return ofResponse(name, signed(name, answer, to, keyid), to);
    }

    static VectorFile.Case ofResponse(String name, VectorResponse signed, VectorRequest to) {
        return describe(name, response, to, signed, signed.message(to), Tags.RESPONSE);
    }

    private static VectorFile.Case ofWebhook(String name, String keyid) {
        VectorRequest signed = signedWebhook(name, VectorMessages.webhook(), keyid);
        return describe(name, webhook, signed, null, signed.message(), Tags.WEBHOOK);
    }

    private static VectorFile.Case describe(
            String name,
            VectorFile.Kind kind,
            VectorRequest request,
            @Nullable VectorResponse response,
            HttpMessage message,
            String tag) {
        ReceivedSignature received = ReceivedSignature.of(message.fields(), tag);
        ProfileParameters parameters = ProfileParameters.of(received.parameters());
        return new VectorFile.Case(
                name,
                kind,
                parameters.keyid(),
                parameters.alg(),
                parameters.alg().equals(SignatureAlgorithm.ED25519.wireName()),
                request,
                response,
                SignatureBase.of(message, received.parameters()).text(),
                Octets.base64(received.octets()));
    }
}
