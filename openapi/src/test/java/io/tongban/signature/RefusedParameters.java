package io.tongban.signature;

import static io.tongban.signature.SignatureFailure.ALGORITHM_MISMATCH;
import static io.tongban.signature.SignatureFailure.EXPIRED;
import static io.tongban.signature.SignatureFailure.FROM_FUTURE;
import static io.tongban.signature.SignatureFailure.KEY_FOREIGN;
import static io.tongban.signature.SignatureFailure.KEY_UNKNOWN;
import static io.tongban.signature.SignatureFailure.MALFORMED;
import static io.tongban.signature.SignatureFailure.PARAMETER_MISSING;
import static io.tongban.signature.SignatureFailure.PARAMETER_UNKNOWN;
import static io.tongban.signature.SignatureFailure.TAG_WRONG;
import static io.tongban.signature.VectorRefusals.forged;
import static io.tongban.signature.VectorRefusals.request;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Parameters that are missing, unknown, of the wrong type, or say what is not so. */
final class RefusedParameters {

    private RefusedParameters() {}

    static List<VectorFile.Refusal> all() {
        return Stream.of(missing(), types(), values(), times())
                .flatMap(List::stream)
                .toList();
    }

    private static List<VectorFile.Refusal> missing() {
        return Stream.of("created", "keyid", "alg", "nonce", "tag")
                .map(name -> forged("parameter-missing-" + name, PARAMETER_MISSING, f -> f.drop(name)))
                .toList();
    }

    private static List<VectorFile.Refusal> types() {
        return List.of(
                forged("created-a-string", MALFORMED, f -> f.set("created", "1793581200")),
                edited("created-a-decimal", "created=1793581200", "created=1793581200.0"),
                edited("created-a-date", "created=1793581200", "created=@1793581200"),
                edited("keyid-a-token", "keyid=\"partner-ed25519\"", "keyid=partner-ed25519"),
                edited("tag-a-token", "tag=\"fapi-2-request\"", "tag=fapi-2-request"),
                forged("nonce-an-integer", MALFORMED, f -> f.set("nonce", 1234567890123456L / 10)),
                forged("expires-a-string", MALFORMED, f -> f.set("expires", "1793581260")));
    }

    private static VectorFile.Refusal edited(String name, String from, String to) {
        UnaryOperator<String> edit = input -> input.replace(from, to);
        return request(name, MALFORMED, VectorRefusals.edited("Signature-Input", edit));
    }

    private static List<VectorFile.Refusal> values() {
        return List.of(
                forged("parameter-unknown", PARAMETER_UNKNOWN, f -> f.set("context", "withholding")),
                forged("nonce-of-15-characters", MALFORMED, f -> f.set("nonce", "123456789012345")),
                forged("nonce-of-129-characters", MALFORMED, f -> f.set("nonce", "n".repeat(129))),
                forged("keyid-empty", MALFORMED, f -> f.set("keyid", "")),
                forged("tag-of-a-response", TAG_WRONG, f -> f.set("tag", Tags.RESPONSE)),
                forged("tag-in-capitals", TAG_WRONG, f -> f.set("tag", "FAPI-2-Request")),
                forged("alg-of-another-key", ALGORITHM_MISMATCH, f -> f.set("alg", "ecdsa-p256-sha256")),
                forged("alg-symmetric", ALGORITHM_MISMATCH, f -> f.set("alg", "hmac-sha256")),
                forged("alg-by-its-jose-name", ALGORITHM_MISMATCH, f -> f.set("alg", "EdDSA")),
                forged("keyid-unknown", KEY_UNKNOWN, f -> f.set("keyid", "nobody")),
                forged(
                        "keyid-of-another-partner",
                        KEY_FOREIGN,
                        f -> f.set("keyid", "other-partner-ed25519").signedBy("other-partner-ed25519")));
    }

    private static List<VectorFile.Refusal> times() {
        return List.of(
                forged("created-61-s-ago", EXPIRED, f -> f.created(Duration.ofSeconds(-61))),
                forged("created-in-milliseconds", FROM_FUTURE, f -> f.set("created", Forge.NOW.toEpochMilli())),
                forged("created-6-s-ahead", FROM_FUTURE, f -> f.created(Duration.ofSeconds(6))),
                forged("created-before-1970", EXPIRED, f -> f.set("created", -1L)),
                forged("expires-a-second-ago", EXPIRED, f -> f.set("expires", Forge.NOW.getEpochSecond() - 1)));
    }
}
