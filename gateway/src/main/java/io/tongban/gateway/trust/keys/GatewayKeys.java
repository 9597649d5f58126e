package io.tongban.gateway.trust.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.api.agency.GatewayKey;
import io.tongban.api.keys.KeySet;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.signature.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The gateway's signing keys, ES256. A new key is published at once and signs after the overlap, so that every node has
 * it and every partner can have fetched it; the old one stays published for the retention after it.
 */
@ApplicationScoped
public class GatewayKeys {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final Jdbi jdbi;
    private final KeyStore store;
    private final KeysConfig config;
    private final Clock clock;
    private volatile KeyRing ring = KeyRing.EMPTY;

    @Inject
    public GatewayKeys(Jdbi jdbi, Pii pii, KeysConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.store = new KeyStore(pii);
        this.config = config;
        this.clock = clock;
    }

    /** The signer now in force. */
    public Signer signer() {
        return ring.signing(clock.instant()).signer();
    }

    /** The private key now in force, for receipts. */
    public JWK signingJwk() {
        return ring.signing(clock.instant()).jwk();
    }

    /** The public keys that partners may meet now or soon. */
    public KeySet published() {
        return new KeySet(ring.published(clock.instant(), config.retention()).stream()
                .map(entry -> Map.copyOf(entry.jwk().toPublicJWK().toJSONObject()))
                .toList());
    }

    /** Whether one of the gateway's keys signed it, one that is published no more among them. */
    public boolean signed(JWSObject jws) {
        return ring.entries().stream()
                .filter(entry -> entry.kid().equals(jws.getHeader().getKeyID()))
                .anyMatch(entry -> verifies(entry.jwk(), jws));
    }

    private static boolean verifies(ECKey key, JWSObject jws) {
        try {
            return jws.verify(new ECDSAVerifier(key));
        } catch (JOSEException otherAlgorithm) {
            return false;
        }
    }

    /** Whether there is a key to sign with. */
    public boolean isReady() {
        return !ring.entries().isEmpty();
    }

    /** Adds a key in the caller's transaction; this node knows it after {@link #refresh}. */
    public GatewayKey rotate(Handle handle) {
        store.lock(handle);
        Instant now = clock.instant();
        Instant activeFrom = now.plus(config.overlap());
        ECKey key = generate(now, store.all(handle).size() + 1);
        store.insert(handle, key, activeFrom, now);
        return new GatewayKey(key.getKeyID(), activeFrom, null);
    }

    /** Reads the keys again, so that this node signs and publishes as the others do. */
    public void refresh() {
        ring = new KeyRing(jdbi.withHandle(store::all));
    }

    /** Makes the very first key, once over all nodes. */
    void ensureOne() {
        jdbi.useTransaction(handle -> {
            store.lock(handle);
            if (store.all(handle).isEmpty()) {
                Instant now = clock.instant();
                store.insert(handle, generate(now, 1), now, now);
            }
        });
        refresh();
    }

    private static ECKey generate(Instant now, int number) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID("gw-" + DAY.format(now) + "-" + number)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No P-256 key can be made", e);
        }
    }
}
