package io.tongban.signature;

import static io.tongban.signature.SignatureFailure.COMPONENT_NOT_COVERED;
import static io.tongban.signature.SignatureFailure.MALFORMED;
import static io.tongban.signature.SignatureFailure.PARAMETER_UNKNOWN;
import static io.tongban.signature.VectorRefusals.forged;
import static io.tongban.signature.VectorRefusals.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Requests that sign too little, or name what they sign in a way the profile does not take. */
final class RefusedComponents {

    private RefusedComponents() {}

    static List<VectorFile.Refusal> all() {
        return Stream.of(notCovered(), parameters(), names())
                .flatMap(List::stream)
                .toList();
    }

    private static List<VectorFile.Refusal> notCovered() {
        Stream<VectorFile.Refusal> uncovered = Stream.of(
                        "@method", "@target-uri", "authorization", "content-digest", "content-type", "idempotency-key")
                .map(name -> forged(
                        "not-covered-" + name,
                        COMPONENT_NOT_COVERED,
                        f -> f.notCovering(ComponentIdentifier.of(name))));
        Stream<VectorFile.Refusal> absent = Stream.of("Authorization", "Content-Type")
                .map(name -> request(
                        "covered-but-not-sent-" + name.toLowerCase(Locale.ROOT),
                        COMPONENT_NOT_COVERED,
                        VectorRefusals.withhold().without(name)));
        VectorRequest added = VectorCases.signed("counter-context-added", VectorMessages.read(), "partner-ed25519");
        VectorFile.Refusal counter = request(
                "not-covered-counter-context",
                COMPONENT_NOT_COVERED,
                added.with(Map.of("Counter-Context", VectorVariants.COUNTER)));
        return Stream.concat(Stream.concat(uncovered, absent), Stream.of(counter))
                .toList();
    }

    /** Each of these reads a component only in part, or from elsewhere. */
    private static List<VectorFile.Refusal> parameters() {
        ComponentIdentifier query = new ComponentIdentifier("@query-param", Map.of("name", "page"));
        VectorRequest paged =
                VectorMessages.read().withTargetUri(VectorMessages.read().targetUri() + "?page=1");
        return List.of(
                component("component-sf", "\"content-digest\"", "\"content-digest\";sf", PARAMETER_UNKNOWN),
                component("component-bs", "\"authorization\"", "\"authorization\";bs", PARAMETER_UNKNOWN),
                component(
                        "component-key", "\"content-digest\"", "\"content-digest\";key=\"sha-256\"", PARAMETER_UNKNOWN),
                component("component-tr", "\"content-digest\"", "\"content-digest\";tr", PARAMETER_UNKNOWN),
                component("component-req-in-a-request", "\"@method\"", "\"@method\";req", PARAMETER_UNKNOWN),
                component("component-parameter-unknown", "\"@method\"", "\"@method\";v=2", PARAMETER_UNKNOWN),
                request(
                        "component-query-param",
                        PARAMETER_UNKNOWN,
                        paged.with(Forge.request("component-query-param", paged)
                                .covering(query)
                                .fields())));
    }

    private static List<VectorFile.Refusal> names() {
        return List.of(
                component("component-twice", "\"@method\"", "\"@method\" \"@method\"", MALFORMED),
                component("component-in-capitals", "\"content-type\"", "\"Content-Type\"", MALFORMED),
                component("component-with-white-space", "\"content-type\"", "\"content-type \"", MALFORMED),
                component("component-empty", "\"content-type\"", "\"content-type\" \"\"", MALFORMED),
                component("component-derived-unknown", "\"@method\"", "\"@method\" \"@body\"", MALFORMED),
                component("component-signature-params", "\"@method\"", "\"@method\" \"@signature-params\"", MALFORMED),
                component("component-flag-false", "\"@method\"", "\"@method\";req=?0", MALFORMED),
                component(
                        "component-status-of-a-request",
                        "\"@method\"",
                        "\"@method\" \"@status\"",
                        COMPONENT_NOT_COVERED));
    }

    private static VectorFile.Refusal component(String name, String from, String to, SignatureFailure failure) {
        return request(name, failure, VectorRefusals.edited("Signature-Input", input -> input.replace(from, to)));
    }
}
