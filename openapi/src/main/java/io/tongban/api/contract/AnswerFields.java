package io.tongban.api.contract;

import io.tongban.api.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The header fields of answers, each described once. */
final class AnswerFields {
    /** Far from it: the longest names all that a signature covers. */
    private static final int LONGEST = 1024;

    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("Signature-Input", "RFC 9421: what the gateway signed, tag `fapi-2-response`; see SIGNING.md.");
        FIELDS.put("Signature", "RFC 9421: the gateway's signature. Verify it before you read status or body.");
        FIELDS.put("Content-Digest", "RFC 9530, sha-256 of the body; of an answer without one, of no octets.");
        FIELDS.put("Cache-Control", "`no-store`, but for keys and catalogue.");
        FIELDS.put("RateLimit-Policy", "How many requests in how many seconds; once a partner is known.");
        FIELDS.put("RateLimit", "How many are left, and until when; once a partner is known.");
        FIELDS.put("Retry-After", "RFC 9110, section 10.2.3: whole seconds; where trying again can help.");
        FIELDS.put("WWW-Authenticate", "RFC 6750: the Bearer scheme, and what is wrong with the token or lacks in it.");
        FIELDS.put("Allow", "RFC 9110, section 10.2.1: the methods that there are.");
        FIELDS.put(Headers.IDEMPOTENT_REPLAYED, "`true` on the stored answer of an effect that was done before.");
        FIELDS.put(
                Headers.PREFERENCE_APPLIED,
                "RFC 7240: `wait=n` if the answer was held for an outcome, and there is one.");
    }

    private AnswerFields() {}

    static void writeComponents(Components components) {
        FIELDS.forEach((name, text) -> components.addHeader(
                name,
                OASFactory.createHeader()
                        .description(text)
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .maxLength(LONGEST))));
    }

    /** Answers that stand as components have theirs from there. */
    static void complete(Operation operation) {
        boolean effect = SignedFields.isEffect(operation);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null) {
                describe(status, response);
                if (effect && status.startsWith("2")) {
                    add(response, Headers.IDEMPOTENT_REPLAYED);
                }
                if ("withhold".equals(operation.getOperationId()) && status.equals("202")) {
                    add(response, Headers.PREFERENCE_APPLIED);
                }
            }
        });
    }

    static void describe(String status, APIResponse response) {
        List<String> names = new ArrayList<>(List.of(
                "Signature-Input", "Signature", "Content-Digest", "Cache-Control", "RateLimit-Policy", "RateLimit"));
        switch (status) {
            case "401", "403" -> names.add("WWW-Authenticate");
            case "405" -> names.add("Allow");
            case "409", "429", "503" -> names.add("Retry-After");
            default -> {}
        }
        names.forEach(name -> add(response, name));
    }

    private static void add(APIResponse response, String name) {
        Header reference = OASFactory.createHeader().ref("#/components/headers/" + name);
        response.addHeader(name, reference);
    }
}
