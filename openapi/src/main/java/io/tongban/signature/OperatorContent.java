package io.tongban.signature;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What operators of a bank sign of a request: all that says what is done, and nothing of who carried it, so that it can be
 * kept and shown. Two that are equal are one content, octet for octet: the digest stands for the body.
 *
 * @param method as sent
 * @param targetUri octet for octet
 * @param contentDigest the field's value, as all that follow
 */
public record OperatorContent(
        String method,
        String targetUri,
        String contentDigest,
        String contentType,
        String idempotencyKey,
        String counterContext) {
    public OperatorContent {
        for (String each : List.of(method, targetUri, contentDigest, contentType, idempotencyKey, counterContext)) {
            requireNonNull(each);
        }
    }

    /**
     * Of a request as it came, or as it will be sent.
     *
     * @throws SignatureRefusedException COMPONENT_NOT_COVERED if the request lacks one of the fields
     */
    public static OperatorContent of(RequestMessage message) {
        return new OperatorContent(
                message.method(),
                message.targetUri(),
                field(message, "content-digest"),
                field(message, "content-type"),
                field(message, "idempotency-key"),
                field(message, "counter-context"));
    }

    /**
     * Of a request that has no digest yet.
     *
     * @param body the octets that will be sent
     * @throws SignatureRefusedException as above
     */
    public static OperatorContent of(RequestMessage message, byte[] body) {
        return of(RequestSigner.withFields(message, ProfileSigner.digestField(body, true)));
    }

    private static String field(RequestMessage message, String name) {
        return SignatureBase.value(message, ComponentIdentifier.of(name));
    }

    /** The request that it says, with these fields alone. */
    public RequestMessage message() {
        return new RequestMessage(
                method,
                targetUri,
                MessageFields.builder()
                        .add("content-digest", contentDigest)
                        .add("content-type", contentType)
                        .add("idempotency-key", idempotencyKey)
                        .add("counter-context", counterContext)
                        .build());
    }

    /** Leaves out the target, whose query may name a person, and the counter. */
    @Override
    public String toString() {
        return "OperatorContent[" + method + "]";
    }
}
