package io.tongban.gateway.counter.operator;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signing key of one of a bank's people.
 *
 * @param thumbprint RFC 7638 with SHA-256, base64url
 * @param jwk public
 * @param retiredAt when another one took its place; null while it holds
 */
public record OperatorKey(
        String clientId,
        String kid,
        String staffNumber,
        String thumbprint,
        JWK jwk,
        Instant addedAt,
        @Nullable Instant retiredAt) {}
