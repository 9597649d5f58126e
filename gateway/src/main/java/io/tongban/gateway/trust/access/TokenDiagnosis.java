package io.tongban.gateway.trust.access;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.oidc.OIDCException;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Tells why a token was refused, from claims that nobody has verified: the token is refused anyway, only the code
 * depends on them.
 */
@ApplicationScoped
public class TokenDiagnosis {
    private final String issuer;
    private final String audience;
    private final Clock clock;

    @Inject
    public TokenDiagnosis(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer,
            @ConfigProperty(name = "quarkus.oidc.token.audience") String audience,
            Clock clock) {
        this.issuer = issuer.orElse(realm);
        this.audience = audience;
        this.clock = clock;
    }

    /** The problem of a token that quarkus-oidc refused. */
    public ProblemException of(String token, Throwable refusal) {
        ProblemType type = read(token).map(this::compare).orElse(ProblemType.TOKEN_INVALID);
        if (type == ProblemType.TOKEN_INVALID && isRealmSilent(refusal)) {
            return new ProblemException(ProblemType.UNAVAILABLE, "The realm does not answer")
                    .retryAfter(Duration.ofSeconds(2))
                    .causedBy(refusal);
        }
        return new ProblemException(type);
    }

    private ProblemType compare(JWTClaimsSet claims) {
        if (!issuer.equals(claims.getIssuer())) {
            return ProblemType.TOKEN_ISSUER;
        }
        if (!claims.getAudience().contains(audience)) {
            return ProblemType.TOKEN_AUDIENCE;
        }
        boolean expired = claims.getExpirationTime() != null
                && !claims.getExpirationTime().toInstant().isAfter(clock.instant());
        return expired ? ProblemType.TOKEN_EXPIRED : ProblemType.TOKEN_INVALID;
    }

    /** Of the key that a token names; empty without one. */
    static String keyId(String token) {
        try {
            String named = SignedJWT.parse(token).getHeader().getKeyID();
            return named == null ? "" : named;
        } catch (ParseException notAToken) {
            return "";
        }
    }

    private static Optional<JWTClaimsSet> read(String token) {
        try {
            return Optional.ofNullable(SignedJWT.parse(token).getJWTClaimsSet());
        } catch (ParseException | RuntimeException notAToken) {
            return Optional.empty();
        }
    }

    private static boolean isRealmSilent(Throwable refusal) {
        boolean silent = false;
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException) {
                return false;
            }
            silent |=
                    cause instanceof IOException || cause instanceof OIDCException || cause instanceof TimeoutException;
        }
        return silent;
    }
}
