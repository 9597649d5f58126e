package io.tongban.gateway.counter.operator;

import com.nimbusds.jose.jwk.JWK;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Table counter_operator_key. */
final class OperatorKeyStore {
    private static final String ALL = """
            SELECT client_id, kid, staff_number, thumbprint, jwk, added_at, retired_at FROM counter_operator_key
            """;

    private OperatorKeyStore() {}

    /** @return false if the kid or the key is known at this bank, in force or not */
    static boolean insert(Handle handle, OperatorKey key) {
        return handle.createUpdate("""
                        INSERT INTO counter_operator_key (client_id, kid, staff_number, thumbprint, jwk, added_at)
                        VALUES (:client, :kid, :number, :thumbprint, :jwk, :at) ON CONFLICT DO NOTHING
                        """)
                        .bind("client", key.clientId())
                        .bind("kid", key.kid())
                        .bind("number", key.staffNumber())
                        .bind("thumbprint", key.thumbprint())
                        .bind("jwk", key.jwk().toJSONString())
                        .bind("at", key.addedAt())
                        .execute()
                == 1;
    }

    static void retire(Handle handle, String clientId, String staffNumber, Instant now) {
        handle.createUpdate("""
                        UPDATE counter_operator_key SET retired_at = :now
                         WHERE client_id = :client AND staff_number = :number AND retired_at IS NULL
                        """)
                .bind("client", clientId)
                .bind("number", staffNumber)
                .bind("now", now)
                .execute();
    }

    static Optional<OperatorKey> inForce(Handle handle, String clientId, String staffNumber) {
        return handle.createQuery(ALL + "WHERE client_id = :client AND staff_number = :number AND retired_at IS NULL")
                .bind("client", clientId)
                .bind("number", staffNumber)
                .map(OperatorKeyStore::read)
                .findOne();
    }

    static Optional<OperatorKey> find(Handle handle, String clientId, String kid) {
        return handle.createQuery(ALL + "WHERE client_id = :client AND kid = :kid")
                .bind("client", clientId)
                .bind("kid", kid)
                .map(OperatorKeyStore::read)
                .findOne();
    }

    static boolean isKnown(Handle handle, String kid) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM counter_operator_key WHERE kid = :kid)")
                .bind("kid", kid)
                .mapTo(Boolean.class)
                .one();
    }

    private static OperatorKey read(ResultSet row, StatementContext ignored) throws SQLException {
        Timestamp retiredAt = row.getTimestamp("retired_at");
        try {
            return new OperatorKey(
                    row.getString("client_id"),
                    row.getString("kid"),
                    row.getString("staff_number"),
                    row.getString("thumbprint"),
                    JWK.parse(row.getString("jwk")),
                    row.getTimestamp("added_at").toInstant(),
                    retiredAt == null ? null : retiredAt.toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key is a JWK", e);
        }
    }
}
