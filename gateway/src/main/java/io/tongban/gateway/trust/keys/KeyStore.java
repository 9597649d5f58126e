package io.tongban.gateway.trust.keys;

import static io.tongban.gateway.platform.pii.PiiPurpose.GATEWAY_KEY;

import com.nimbusds.jose.jwk.ECKey;
import io.tongban.gateway.platform.pii.Pii;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Rows of gateway_key. The private part is stored encrypted and leaves this class as a key alone. */
final class KeyStore {
    private static final int LOCK = 0x6b657973; // "keys"

    private final Pii pii;

    KeyStore(Pii pii) {
        this.pii = pii;
    }

    /** Makes all others who want to add a key wait until this transaction ends. */
    void lock(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
    }

    /** All keys, oldest first. */
    List<KeyRing.Entry> all(Handle handle) {
        return handle.createQuery("""
                        SELECT private_jwk, active_from FROM gateway_key ORDER BY active_from, created_at, kid
                        """)
                .map((row, context) -> new KeyRing.Entry(
                        read(row.getBytes("private_jwk")),
                        row.getObject("active_from", OffsetDateTime.class).toInstant()))
                .list();
    }

    void insert(Handle handle, ECKey key, Instant activeFrom, Instant now) {
        handle.createUpdate("""
                        INSERT INTO gateway_key (kid, private_jwk, active_from, created_at)
                        VALUES (:kid, :jwk, :activeFrom, :now)
                        """)
                .bind("kid", key.getKeyID())
                .bind("jwk", pii.encrypt(GATEWAY_KEY, key.toJSONString()))
                .bind("activeFrom", activeFrom)
                .bind("now", now)
                .execute();
    }

    private ECKey read(byte[] stored) {
        try {
            return ECKey.parse(pii.decrypt(GATEWAY_KEY, stored));
        } catch (ParseException e) {
            // Without the cause: its message may quote the key.
            throw new IllegalStateException("A stored gateway key is not a JWK");
        }
    }
}
