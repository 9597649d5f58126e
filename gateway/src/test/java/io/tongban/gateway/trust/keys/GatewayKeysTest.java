package io.tongban.gateway.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.agency.GatewayKey;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.testing.SettableClock;
import io.tongban.gateway.testing.TestDatabase;
import io.tongban.gateway.testing.TestPiiConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class GatewayKeysTest {
    private static final KeysConfig CONFIG = new KeysConfig() {
        @Override
        public Duration overlap() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration retention() {
            return Duration.ofDays(1);
        }
    };

    private final Jdbi jdbi = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:00:00Z"));
    private final GatewayKeys keys = node();

    private GatewayKeys node() {
        return new GatewayKeys(jdbi, new Pii(TestPiiConfig.usual()), CONFIG, clock);
    }

    private List<Object> publishedKids() {
        return keys.published().keys().stream().map(key -> key.get("kid")).toList();
    }

    @Test
    void makesOneKeyHoweverManyNodesStart() {
        List<GatewayKeys> nodes = IntStream.range(0, 8).mapToObj(i -> node()).toList();
        nodes.parallelStream().forEach(GatewayKeys::ensureOne);

        assertThat(nodes).extracting(node -> node.signer().keyId()).containsOnly("gw-20261123-1");
        assertThat(nodes.get(0).published().keys()).hasSize(1);
    }

    @Test
    void publishesANewKeyAtOnceAndSignsWithItAfterTheOverlap() {
        keys.ensureOne();
        GatewayKey next = jdbi.inTransaction(keys::rotate);
        keys.refresh();

        assertThat(next.kid()).isEqualTo("gw-20261123-2");
        assertThat(next.activeFrom()).isEqualTo("2026-11-23T04:10:00Z");
        assertThat(publishedKids()).containsExactly("gw-20261123-1", "gw-20261123-2");
        assertThat(keys.signer().keyId()).isEqualTo("gw-20261123-1");

        clock.advance(Duration.ofMinutes(10));
        assertThat(keys.signer().keyId()).isEqualTo("gw-20261123-2");
        assertThat(keys.signingJwk().getKeyID()).isEqualTo("gw-20261123-2");
    }

    @Test
    void publishesTheOldKeyADayMore() {
        keys.ensureOne();
        jdbi.useTransaction(keys::rotate);
        keys.refresh();

        clock.advance(Duration.ofMinutes(10).plusDays(1));
        assertThat(publishedKids()).hasSize(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(publishedKids()).containsExactly("gw-20261123-2");
    }

    @Test
    void neverPublishesOrStoresAPrivateKeyInTheClear() {
        keys.ensureOne();
        assertThat(keys.published().keys().get(0)).doesNotContainKey("d");

        String secret = keys.signingJwk().toECKey().getD().toString();
        byte[] stored = jdbi.withHandle(handle -> handle.createQuery("SELECT private_jwk FROM gateway_key")
                .mapTo(byte[].class)
                .one());
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
    }

    @Test
    void isReadyOnceThereIsAKey() {
        assertThat(keys.isReady()).isFalse();
        keys.ensureOne();
        assertThat(keys.isReady()).isTrue();
    }
}
