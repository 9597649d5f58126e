package io.tongban.api.approval;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The message as it was signed, with all that is needed to verify it without the gateway. While it is pending, it is what
 * the checker signs.
 *
 * @param id of the approval
 * @param method HTTP method, component {@code @method}
 * @param targetUri component {@code @target-uri}, octet for octet
 * @param contentDigest the field Content-Digest
 * @param contentType the field Content-Type
 * @param idempotencyKey the field Idempotency-Key
 * @param counterContext the field Counter-Context
 * @param body the octets of the body, base64
 * @param makerInput the member {@code maker} of Signature-Input
 * @param makerSignature the member {@code maker} of Signature
 * @param makerKey the maker's public key, a JWK
 * @param makerThumbprint of that key, RFC 7638 with SHA-256, base64url
 * @param checkerInput the member {@code checker} of Signature-Input; absent before it is confirmed, as all of the checker's
 * @param checkerSignature the member {@code checker} of Signature
 * @param checkerKey the checker's public key, a JWK
 * @param checkerThumbprint of that key
 */
@Schema(
        description =
                "The message as it was signed, with all that is needed to verify it without the gateway. While it is pending, it is what the checker signs.")
public record ApprovalProof(
        @Schema(required = true, description = "Of the approval.", examples = "apv_01kandb7vq5zrp5nh3qj8m2c90")
        String id,

        @Schema(required = true, description = "Component `@method`.", examples = "POST")
        String method,

        @Schema(
                required = true,
                description = "Component `@target-uri`, octet for octet.",
                examples = "https://api.tongban.example/v1/counter-payments")
        String targetUri,

        @Schema(
                required = true,
                description = "The field Content-Digest.",
                examples = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:")
        String contentDigest,

        @Schema(required = true, description = "The field Content-Type.", examples = "application/json")
        String contentType,

        @Schema(required = true, description = "The field Idempotency-Key.", examples = "till-17-000042")
        String idempotencyKey,

        @Schema(
                required = true,
                description = "The field Counter-Context.",
                examples =
                        "point=\"gz-001-c1\", operator=\"T1001\", session=\"visit-17\", purpose=pay, identified=card-read")
        String counterContext,

        @Schema(required = true, description = "The octets of the body, base64.", examples = "e30=")
        String body,

        @Schema(
                required = true,
                description = "The member `maker` of Signature-Input.",
                examples = "(\"@method\");created=1795456800;keyid=\"t1001-2026\"")
        String makerInput,

        @Schema(required = true, description = "The member `maker` of Signature.", examples = ":bWFrZXI=:")
        String makerSignature,

        @Schema(required = true, description = "The maker's public key, a JWK.")
        Map<String, Object> makerKey,

        @Schema(
                required = true,
                description = "Of that key, RFC 7638 with SHA-256, base64url.",
                examples = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        String makerThumbprint,

        @Schema(
                description =
                        "The member `checker` of Signature-Input; absent before it is confirmed, as all of the checker's.",
                examples = "(\"@method\");created=1795456860;keyid=\"s2001-2026\"")
        @Nullable
        String checkerInput,

        @Schema(description = "The member `checker` of Signature.", examples = ":Y2hlY2tlcg==:") @Nullable
        String checkerSignature,

        @Schema(description = "The checker's public key, a JWK.") @Nullable
        Map<String, Object> checkerKey,

        @Schema(
                description = "Of that key, RFC 7638 with SHA-256, base64url.",
                examples = "DxS0Fz0EmBGdW2wGXXk5r7uD6Zc7tIvS7q4QDqfDkKY")
        @Nullable
        String checkerThumbprint) {
    /** Without the body, which may name a person. */
    @Override
    public String toString() {
        return "ApprovalProof[" + id + "]";
    }
}
