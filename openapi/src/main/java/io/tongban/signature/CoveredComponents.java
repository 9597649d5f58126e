package io.tongban.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a signature of this profile must cover at least, which is what the signers cover. */
final class CoveredComponents {

    static final ComponentIdentifier CONTENT_DIGEST = ComponentIdentifier.of("content-digest");

    private static final ComponentIdentifier METHOD = ComponentIdentifier.of("@method");
    private static final ComponentIdentifier TARGET_URI = ComponentIdentifier.of("@target-uri");
    private static final ComponentIdentifier STATUS = ComponentIdentifier.of("@status");
    private static final ComponentIdentifier AUTHORIZATION = ComponentIdentifier.of("authorization");
    private static final ComponentIdentifier CONTENT_TYPE = ComponentIdentifier.of("content-type");
    private static final ComponentIdentifier IDEMPOTENCY_KEY = ComponentIdentifier.of("idempotency-key");
    private static final ComponentIdentifier SCENARIO = ComponentIdentifier.of("tongban-scenario");
    private static final ComponentIdentifier COUNTER_CONTEXT = ComponentIdentifier.of("counter-context");
    private static final ComponentIdentifier METHOD_OF_REQUEST = ComponentIdentifier.ofRequest("@method");
    private static final ComponentIdentifier TARGET_URI_OF_REQUEST = ComponentIdentifier.ofRequest("@target-uri");
    private static final ComponentIdentifier SIGNATURE_OF_REQUEST = ComponentIdentifier.ofRequest("signature");

    private static final ComponentIdentifier SIGNATURE_OF_MAKER =
            new ComponentIdentifier("signature", Map.of("key", OperatorSignature.Role.MAKER.label()));

    private static final List<ComponentIdentifier> OF_MAKER =
            List.of(METHOD, TARGET_URI, CONTENT_DIGEST, CONTENT_TYPE, IDEMPOTENCY_KEY, COUNTER_CONTEXT);

    private static final List<ComponentIdentifier> OF_CHECKER = List.of(
            METHOD, TARGET_URI, CONTENT_DIGEST, CONTENT_TYPE, IDEMPOTENCY_KEY, COUNTER_CONTEXT, SIGNATURE_OF_MAKER);

    private static final List<ComponentIdentifier> OF_WEBHOOK =
            List.of(METHOD, TARGET_URI, CONTENT_DIGEST, CONTENT_TYPE);

    private CoveredComponents() {}

    static List<ComponentIdentifier> ofRequest(RequestMessage request, byte[] body) {
        List<ComponentIdentifier> components = new ArrayList<>(List.of(METHOD, TARGET_URI, AUTHORIZATION));
        addBody(components, body);
        if (request.fields().isPresent(IDEMPOTENCY_KEY.name())) {
            components.add(IDEMPOTENCY_KEY);
        }
        if (request.fields().isPresent(SCENARIO.name())) {
            components.add(SCENARIO);
        }
        if (request.fields().isPresent(COUNTER_CONTEXT.name())) {
            components.add(COUNTER_CONTEXT);
        }
        return components;
    }

    static List<ComponentIdentifier> ofResponse(ResponseMessage response, byte[] body) {
        List<ComponentIdentifier> components = new ArrayList<>();
        components.add(STATUS);
        addBody(components, body);
        components.add(METHOD_OF_REQUEST);
        components.add(TARGET_URI_OF_REQUEST);
        if (response.request().fields().isPresent(SIGNATURE_OF_REQUEST.name())) {
            components.add(SIGNATURE_OF_REQUEST);
        }
        return components;
    }

    static List<ComponentIdentifier> ofWebhook() {
        return OF_WEBHOOK;
    }

    /** All that says what is done, and no token, which is not kept; of the checker also what the maker signed by. */
    static List<ComponentIdentifier> ofOperator(OperatorSignature.Role role) {
        return role == OperatorSignature.Role.MAKER ? OF_MAKER : OF_CHECKER;
    }

    private static void addBody(List<ComponentIdentifier> components, byte[] body) {
        if (body.length > 0) {
            components.add(CONTENT_DIGEST);
            components.add(CONTENT_TYPE);
        }
    }
}
