package io.tongban.sdk;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.approval.ApprovalProof;
import io.tongban.api.internal.Given;
import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.OperatorContent;
import io.tongban.signature.OperatorSignature;
import io.tongban.signature.OperatorSignature.Role;
import io.tongban.signature.OperatorVerifier;
import io.tongban.signature.PublicJwk;
import io.tongban.signature.SignatureFailure;
import io.tongban.signature.Verification;
import io.tongban.signature.Verifier;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies the proof of two signatures, without network and without the gateway: the keys alone have to be trusted. */
public final class DualControlProof {
    private final ApprovalProof proof;

    DualControlProof(ApprovalProof proof) {
        this.proof = proof;
    }

    /**
     * Verifies that two people signed, the second one over the signature of the first.
     *
     * @param proof as the gateway gave it, however long ago
     * @param trusted thumbprints (RFC 7638, SHA-256, base64url) of the operators' keys, from the bank's own books
     * @return the octets that both have signed
     * @throws UntrustedDocumentException if one of the signatures does not hold, the keys are not trusted, or both are one
     */
    public static byte[] verify(ApprovalProof proof, Set<String> trusted) {
        DualControlProof it = new DualControlProof(Given.value(proof, "proof"));
        Set<String> known = Set.copyOf(Given.values(trusted, "trusted"));
        List<OperatorSignature> signatures = new ArrayList<>();
        try {
            signatures.add(it.maker());
            signatures.add(
                    new OperatorSignature(Role.CHECKER, text(proof.checkerInput()), text(proof.checkerSignature())));
            String maker = it.verified(Role.MAKER, signatures, proof.makerKey(), known);
            if (maker.equals(it.verified(Role.CHECKER, signatures, proof.checkerKey(), known))) {
                throw untrusted(SignatureFailure.INVALID, "one key signed both");
            }
            return it.body();
        } catch (IllegalArgumentException unreadable) {
            // Signatures and keys that are none are among them.
            throw untrusted(SignatureFailure.MALFORMED, "a part of it cannot be read");
        }
    }

    private static String text(@Nullable String part) {
        if (part == null) {
            throw untrusted(SignatureFailure.MISSING, "nobody has signed beside yet");
        }
        return part;
    }

    OperatorContent content() {
        return new OperatorContent(
                proof.method(),
                proof.targetUri(),
                proof.contentDigest(),
                proof.contentType(),
                proof.idempotencyKey(),
                proof.counterContext());
    }

    OperatorSignature maker() {
        return new OperatorSignature(Role.MAKER, proof.makerInput(), proof.makerSignature());
    }

    private byte[] body() {
        return Base64.getDecoder().decode(proof.body());
    }

    /** @return the thumbprint of the key */
    private String verified(
            Role role, List<OperatorSignature> signatures, @Nullable Map<String, Object> json, Set<String> trusted) {
        if (json == null) {
            throw untrusted(SignatureFailure.KEY_UNKNOWN, "a key is missing");
        }
        JWK key = PublicJwk.parse(json);
        String thumbprint = PublicJwk.thumbprint(key);
        if (!trusted.contains(thumbprint)) {
            throw untrusted(SignatureFailure.KEY_UNKNOWN, "the key of the " + role.label() + " is not trusted");
        }
        Verification outcome = OperatorVerifier.kept(
                role,
                content(),
                body(),
                signatures,
                keyid ->
                        keyid.equals(key.getKeyID()) ? new KeyAnswer.Found(Verifier.of(key)) : new KeyAnswer.Unknown());
        if (outcome instanceof Verification.Rejected rejected) {
            throw untrusted(rejected.reason(), role.label() + ": " + rejected.detail());
        }
        return thumbprint;
    }

    private static UntrustedDocumentException untrusted(SignatureFailure reason, String detail) {
        return new UntrustedDocumentException(CallInfo.local("proof of two signatures"), reason, detail);
    }
}
