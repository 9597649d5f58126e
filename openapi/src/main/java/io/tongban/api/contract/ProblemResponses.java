package io.tongban.api.contract;

import static java.util.stream.Collectors.joining;

import io.tongban.api.problem.ProblemType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Which problem codes an operation answers with, by status: those of every call, and its own. */
final class ProblemResponses {
    private static final String OWN_CODES = "x-problem-codes";
    private static final Set<ProblemType> OPEN = EnumSet.of(
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.HEADER_INVALID,
            ProblemType.PARAMETER_UNKNOWN,
            ProblemType.BODY_TOO_LARGE,
            ProblemType.BODY_TOO_SLOW,
            ProblemType.RATE_LIMITED,
            ProblemType.INTERNAL_ERROR,
            ProblemType.UNAVAILABLE);

    /** Statuses whose codes are the same at nearly every operation, and so stand once as components. */
    private final Map<Integer, String> shared = new TreeMap<>(Map.of(
            401,
            "Unauthenticated",
            405,
            "MethodNotAllowed",
            406,
            "NotAcceptable",
            408,
            "BodyTooSlow",
            413,
            "BodyTooLarge",
            415,
            "MediaTypeUnsupported",
            429,
            "RateLimited",
            500,
            "InternalError",
            503,
            "Unavailable"));

    private final Map<Integer, APIResponse> components = new TreeMap<>();
    private final Set<ProblemType> used = EnumSet.noneOf(ProblemType.class);

    void complete(Operation operation) {
        Map<Integer, Set<ProblemType>> byStatus = new TreeMap<>();
        Set<ProblemType> own = ownCodes(operation);
        Set<ProblemType> codes = codesOfEveryCall(operation);
        codes.addAll(own);
        used.addAll(codes);
        codes.forEach(type -> byStatus.computeIfAbsent(type.status(), status -> new TreeSet<>())
                .add(type));
        byStatus.forEach((status, types) ->
                operation.getResponses().addAPIResponse(String.valueOf(status), response(status, types, own)));
        operation.removeExtension(OWN_CODES);
    }

    void writeComponents(Components into) {
        used.forEach(type -> into.addExample(type.code(), Examples.of(type)));
        components.forEach((status, response) -> {
            AnswerFields.describe(String.valueOf(status), response);
            into.addResponse(shared.get(status), response);
        });
    }

    private APIResponse response(int status, Set<ProblemType> types, Set<ProblemType> own) {
        String name = shared.get(status);
        if (name == null || types.stream().anyMatch(own::contains)) {
            return describe(types);
        }
        components.putIfAbsent(status, describe(types));
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    private static Set<ProblemType> codesOfEveryCall(Operation operation) {
        Set<ProblemType> codes = EnumSet.copyOf(OPEN);
        if (EveryCall.hasParameters(operation)) {
            codes.add(ProblemType.PARAMETER_INVALID);
            codes.add(ProblemType.PERSONAL_NUMBER_MISPLACED);
        }
        if (!SecuritySchemes.isOpen(operation)) {
            boolean effect = SignedFields.isEffect(operation);
            boolean hasBody = operation.getRequestBody() != null;
            Arrays.stream(ProblemType.values())
                    .filter(type -> EveryCall.answers(type, hasBody, effect, operation))
                    .forEach(codes::add);
        }
        return codes;
    }

    private static Set<ProblemType> ownCodes(Operation operation) {
        Set<ProblemType> codes = EnumSet.noneOf(ProblemType.class);
        Object own = operation.getExtensions() == null
                ? null
                : operation.getExtensions().get(OWN_CODES);
        if (own != null) {
            List.of(own.toString().split(","))
                    .forEach(code -> codes.add(ProblemType.byCode(code)
                            .orElseThrow(() -> new IllegalStateException("not in the catalogue: " + code))));
        }
        return codes;
    }

    private static APIResponse describe(Set<ProblemType> types) {
        String list = types.stream()
                .map(type -> "- `" + type.code() + "`: " + type.title() + " · " + type.titleZh())
                .collect(joining("\n"));
        Content content = OASFactory.createContent();
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        types.forEach(type -> media.addExample(type.code(), Examples.reference(type)));
        content.addMediaType("application/problem+json", media);
        return OASFactory.createAPIResponse().description(list).content(content);
    }
}
