package io.tongban.signature;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The messages that are refused. */
final class VectorRefusals {

    private VectorRefusals() {}

    static List<VectorFile.Refusal> all() {
        return Stream.of(
                        RefusedFields.all(),
                        RefusedParameters.all(),
                        RefusedComponents.all(),
                        RefusedContent.all(),
                        RefusedAnswers.all(),
                        RefusedWebhooks.all())
                .flatMap(List::stream)
                .toList();
    }

    static VectorRequest withhold() {
        return VectorCases.signed("withhold-ed25519", VectorMessages.withhold(), "partner-ed25519");
    }

    /** The usual order, signed with one departure from the profile. */
    static VectorFile.Refusal forged(String name, SignatureFailure failure, UnaryOperator<Forge> departure) {
        VectorRequest digested = digested(VectorMessages.withhold());
        return request(
                name,
                failure,
                digested.with(departure.apply(Forge.request(name, digested)).fields()));
    }

    static VectorFile.Refusal request(String name, SignatureFailure failure, VectorRequest request) {
        return new VectorFile.Refusal(name, VectorFile.Kind.request, request, null, failure.name(), failure.code());
    }

    static VectorRequest digested(VectorRequest request) {
        return request.with(Map.of(ContentDigest.FIELD, ContentDigest.of(request.octets())));
    }

    /** The usual order with another text in one of its fields. */
    static VectorRequest edited(String field, UnaryOperator<String> edit) {
        VectorRequest request = withhold();
        return request.replacing(field, edit.apply(request.field(field)));
    }
}
