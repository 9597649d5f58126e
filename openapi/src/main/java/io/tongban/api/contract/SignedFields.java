package io.tongban.api.contract;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The fields of a signed request, shown where they are needed. */
final class SignedFields {
    private SignedFields() {}

    static void complete(Operation operation) {
        if (SecuritySchemes.isOpen(operation)) {
            return;
        }
        describeIdempotencyKey(operation);
        operation.addParameter(header(
                "Signature-Input",
                "RFC 9421: what is covered, and created, keyid, alg, nonce, tag.",
                "sig=(\"@method\" \"@target-uri\" \"authorization\");created=1795456800;keyid=\"fengsong-2026-1\";"
                        + "alg=\"ecdsa-p256-sha256\";nonce=\"n6PzmV5k2yqM1oD9bZ0w3A\";tag=\"fapi-2-request\""));
        operation.addParameter(header(
                        Headers.COUNTER_CONTEXT,
                        "RFC 9651 dictionary: from which counter a bank asks. The signature covers it where it is there.",
                        "point=\"gz-001-c1\", operator=\"T1001\", session=\"visit-17\", purpose=pay, identified=card-read")
                .required(false));
        if (operation.getRequestBody() != null) {
            operation.addParameter(header(
                    "Content-Digest",
                    "RFC 9530, sha-256 or sha-512 of the raw body.",
                    "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"));
        }
    }

    static boolean isEffect(Operation operation) {
        return idempotencyKey(operation).isPresent();
    }

    /** Said here once for all effects; the interfaces name the field alone. */
    private static void describeIdempotencyKey(Operation operation) {
        idempotencyKey(operation)
                .ifPresent(parameter -> parameter
                        .description(
                                "Your own name for this effect; the same key brings the same answer. 1 to 64 characters"
                                        + " of visible ASCII, sent once.")
                        .required(true)
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .pattern(Patterns.IDEMPOTENCY_KEY)
                                .minLength(1)
                                .maxLength(64))
                        .example("wh-2026-10-000017"));
    }

    private static Optional<Parameter> idempotencyKey(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters == null
                ? Optional.empty()
                : parameters.stream()
                        .filter(parameter -> Headers.IDEMPOTENCY_KEY.equals(parameter.getName()))
                        .findFirst();
    }

    private static Parameter header(String name, String description, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING))
                .example(example);
    }
}
