package io.tongban.gateway.trust.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.tongban.gateway.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckedTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final CheckedTokens tokens = new CheckedTokens(clock);

    @Test
    void areKnownByAllTheirOctets() {
        tokens.keep(holder("head.claims.signature", "one", Duration.ofMinutes(5)));

        assertThat(tokens.find("head.claims.signature")).isPresent();
        assertThat(tokens.find("head.claims.signaturf")).isEmpty();
        assertThat(tokens.find("head.claims.")).isEmpty();
        assertThat(tokens.find("head.other.signature")).isEmpty();
        assertThat(tokens.find("")).isEmpty();
    }

    @Test
    void endWhenTheTokenExpires() {
        tokens.keep(holder("a", "one", Duration.ofSeconds(10)));

        clock.advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(tokens.find("a")).isPresent();
        clock.advance(Duration.ofNanos(1));
        assertThat(tokens.find("a")).isEmpty();
    }

    @Test
    void areVerifiedAnewTwiceAMinute() {
        tokens.keep(holder("a", "one", Duration.ofMinutes(5)));

        clock.advance(CheckedTokens.KEPT.minusNanos(1));
        assertThat(tokens.find("a")).isPresent();
        clock.advance(Duration.ofNanos(1));
        assertThat(tokens.find("a")).isEmpty();
    }

    @Test
    void endWhenTheClockIsPutBack() {
        tokens.keep(holder("a", "one", Duration.ofMinutes(5)));

        clock.advance(Duration.ofHours(-1));

        assertThat(tokens.find("a")).isEmpty();
    }

    @Test
    void endWithTheFirstTokenUnderANewKeyOfTheRealm() {
        tokens.keep(holder("a", "withdrawn", Duration.ofMinutes(5)));
        tokens.keep(holder("b", "withdrawn", Duration.ofMinutes(5)));
        assertThat(tokens.find("a")).isPresent();

        tokens.keep(holder("c", "new", Duration.ofMinutes(5)));

        assertThat(tokens.find("a")).isEmpty();
        assertThat(tokens.find("b")).isEmpty();
        assertThat(tokens.find("c")).isPresent();
    }

    @Test
    void ofSeveralKeysInForceLiveBesideEachOther() {
        tokens.keep(holder("a", "one", Duration.ofMinutes(5)));
        tokens.keep(holder("b", "two", Duration.ofMinutes(5)));
        tokens.keep(holder("a", "one", Duration.ofMinutes(5)));
        tokens.keep(holder("b", "two", Duration.ofMinutes(5)));

        assertThat(tokens.find("a")).isPresent();
        assertThat(tokens.find("b")).isPresent();
    }

    @Test
    void areBoundedHoweverManyThereAre() {
        String filling = "x".repeat(16_384);
        long most = CheckedTokens.MOST_CHARACTERS / filling.length();

        for (int i = 0; i < 3 * most; i++) {
            tokens.keep(holder(i + filling, "one", Duration.ofMinutes(5)));
        }

        assertThat(tokens.size()).isBetween(most / 2, most);
    }

    @Test
    void nothingIsKeptOfALookUp() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(tokens.find("forged " + i)).isEmpty();
        }

        assertThat(tokens.size()).isZero();
    }

    private TokenHolder holder(String token, String keyId, Duration life) {
        return new TokenHolder(
                token,
                "meitu-delivery",
                Set.of(),
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal("partner"))
                        .build(),
                new OidcTenantConfig(),
                keyId,
                clock.instant().plus(life));
    }
}
