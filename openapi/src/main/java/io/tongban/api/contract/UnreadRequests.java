package io.tongban.api.contract;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;

/** Answers to requests whose head is too large to be read: there is nothing yet that a signature could cover. */
final class UnreadRequests {
    private static final Map<String, String> NAMES =
            new TreeMap<>(Map.of("414", "TargetTooLong", "431", "FieldsTooLarge"));

    private UnreadRequests() {}

    static void write(Components components) {
        components.addResponse(
                "TargetTooLong",
                OASFactory.createAPIResponse()
                        .description(
                                "The request target is longer than the server reads. Not signed, without a body."));
        components.addResponse(
                "FieldsTooLarge",
                OASFactory.createAPIResponse()
                        .description("The header fields are larger than 32 KiB. Not signed, without a body."));
    }

    static void complete(Operation operation) {
        NAMES.forEach((status, name) -> operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + name)));
    }
}
