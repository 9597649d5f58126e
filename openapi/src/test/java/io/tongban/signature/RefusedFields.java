package io.tongban.signature;

import static io.tongban.signature.SignatureFailure.DUPLICATE_LABEL;
import static io.tongban.signature.SignatureFailure.MALFORMED;
import static io.tongban.signature.SignatureFailure.MISSING;
import static io.tongban.signature.VectorRefusals.request;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Signature-Input and Signature that are not there, are no Structured Fields, or say something twice. */
final class RefusedFields {

    private static final String INPUT = "Signature-Input";
    private static final String SIGNATURE = "Signature";

    private RefusedFields() {}

    static List<VectorFile.Refusal> all() {
        VectorRequest signed = VectorRefusals.withhold();
        return List.of(
                request("no-signature-fields", MISSING, VectorMessages.withhold()),
                request("no-signature-input", MISSING, signed.without(INPUT)),
                request("no-signature", MISSING, signed.without(SIGNATURE)),
                input("empty-signature-input", MISSING, s -> ""),
                input("blank-signature-input", MISSING, s -> " \t "),
                signature("empty-signature", MISSING, s -> ""),
                signature("no-signature-under-the-label", MISSING, s -> s.replace("sig=", "gis=")),
                input("input-not-a-structured-field", MALFORMED, s -> s.replace(")", "")),
                input("input-not-ascii", MALFORMED, s -> s.replace("keyid=\"", "keyid=\"伙")),
                input("input-not-a-list", MALFORMED, s -> "sig=\"@method\""),
                input("component-not-a-string", MALFORMED, s -> s.replace("\"@method\"", "method")),
                input("parameter-twice", MALFORMED, s -> s + ";created=1793581200"),
                signature("signature-a-string", MALFORMED, s -> s.replace(':', '"')),
                signature("signature-a-token", MALFORMED, s -> "sig=abc"),
                signature("signature-base64url", MALFORMED, s -> "sig=:-_-_:"),
                signature("signature-with-parameter", MALFORMED, s -> s + ";alg=\"ed25519\""),
                input("label-twice-in-signature-input", DUPLICATE_LABEL, s -> s + ", " + s),
                signature("label-twice-in-signature", DUPLICATE_LABEL, s -> s + ", " + s),
                request("label-twice-in-two-lines", DUPLICATE_LABEL, twoLines(signed)),
                request("two-signatures-with-the-tag", DUPLICATE_LABEL, twoLabels(signed)));
    }

    private static VectorFile.Refusal input(String name, SignatureFailure failure, UnaryOperator<String> edit) {
        return request(name, failure, VectorRefusals.edited(INPUT, edit));
    }

    private static VectorFile.Refusal signature(String name, SignatureFailure failure, UnaryOperator<String> edit) {
        return request(name, failure, VectorRefusals.edited(SIGNATURE, edit));
    }

    private static VectorRequest twoLines(VectorRequest signed) {
        return signed.with(Map.of(INPUT, signed.field(INPUT)));
    }

    private static VectorRequest twoLabels(VectorRequest signed) {
        return signed.with(Map.of(INPUT, signed.field(INPUT).replaceFirst("sig=", "sig2=")))
                .with(Map.of(SIGNATURE, signed.field(SIGNATURE).replaceFirst("sig=", "sig2=")));
    }
}
