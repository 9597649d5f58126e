package io.tongban.gateway.trust.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.tongban.gateway.platform.config.ClockConfig;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenDiagnosisTest {
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final String REALM = "https://id.tongban.test/realms/tongban";
    private static final Throwable REFUSED =
            new AuthenticationFailedException(new InvalidJwtException("no", List.of(), null));

    private final TokenDiagnosis diagnosis =
            new TokenDiagnosis(REALM, Optional.empty(), "tongban-gateway", Clock.fixed(NOW, ClockConfig.ZONE));

    private static String token(String issuer, String audience, long lifeSeconds) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.ES256),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(audience)
                        .expirationTime(Date.from(NOW.plusSeconds(lifeSeconds)))
                        .build());
        token.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        return token.serialize();
    }

    @ParameterizedTest
    @CsvSource({
        REALM + ", tongban-gateway, 60, token-invalid",
        REALM + ", tongban-gateway, 0, token-expired",
        REALM + ", account, 60, token-audience",
        "https://id.tongban.test/realms/other, tongban-gateway, 60, token-issuer",
        "https://id.tongban.test/realms/other, account, -5, token-issuer"
    })
    void tellsWhyATokenWasRefused(String issuer, String audience, long life, String code) throws Exception {
        assertThat(diagnosis.of(token(issuer, audience, life), REFUSED).type().code())
                .isEqualTo(code);
    }

    @Test
    void callsWhatIsNoTokenInvalid() {
        assertThat(diagnosis
                        .of("abc", new AuthenticationFailedException())
                        .type()
                        .code())
                .isEqualTo("token-invalid");
    }

    @Test
    void doesNotBlameTheTokenForASilentRealm() throws Exception {
        String good = token(REALM, "tongban-gateway", 60);
        Throwable silent = new AuthenticationFailedException(new OIDCException(new ConnectException("refused")));
        assertThat(diagnosis.of(good, silent).type().code()).isEqualTo("unavailable");
        assertThat(diagnosis.of(good, silent).retryAfter()).isPresent();
    }
}
