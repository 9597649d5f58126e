package io.tongban.api.operator;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of a bank's people.
 *
 * @param staffNumber the bank's own, unique at the bank
 * @param role what they may do
 * @param state whether they may do anything
 * @param points references of the bank's service points at which they stand; a branch stands for all that is in it
 * @param changedAt when this was last changed
 * @param keyId kid of the signing key that holds; absent without one
 * @param keyThumbprint of that key, RFC 7638 with SHA-256, base64url
 * @param revision rises by every change; of two answers the one with the lower number is older
 */
@Schema(description = "One of a bank's people.")
public record Operator(
        @Schema(required = true, description = "The bank's own, unique at the bank.", examples = "T1001")
        String staffNumber,

        @Schema(required = true) OperatorRole role,
        @Schema(required = true) OperatorState state,

        @Schema(
                required = true,
                description =
                        "References of the bank's service points at which they stand; a branch stands for all that is in it.",
                examples = "[\"gz-001\"]")
        List<String> points,

        @Schema(required = true, description = "When this was last changed.", examples = "2026-11-28T02:00:00Z")
        Instant changedAt,

        @Schema(description = "The `kid` of the signing key that holds; absent without one.", examples = "t1001-2026")
        @Nullable
        String keyId,

        @Schema(
                description = "Of that key, RFC 7638 with SHA-256, base64url.",
                examples = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        @Nullable
        String keyThumbprint,

        @Schema(
                required = true,
                minimum = "1",
                description = "Rises by every change; of two answers the one with the lower number is older.",
                examples = "1")
        long revision) {}
