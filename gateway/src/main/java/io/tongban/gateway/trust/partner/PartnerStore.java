package io.tongban.gateway.trust.partner;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.agency.PartnerKind;
import io.tongban.api.agency.PartnerState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of partner and partner_key. */
final class PartnerStore {
    private static final String SELECT =
            "SELECT client_id, name, kind, credit_code, state, jwks, created_at, revision FROM partner ";

    private PartnerStore() {}

    static Optional<PartnerAccount> find(Handle handle, String clientId) {
        return handle.createQuery(SELECT + "WHERE client_id = :clientId")
                .bind("clientId", clientId)
                .map(PartnerStore::account)
                .findOne();
    }

    static List<PartnerAccount> all(Handle handle) {
        return handle.createQuery(SELECT + "ORDER BY client_id")
                .map(PartnerStore::account)
                .list();
    }

    static Optional<String> ownerOf(Handle handle, String kid) {
        return handle.createQuery("SELECT client_id FROM partner_key WHERE kid = :kid")
                .bind("kid", kid)
                .mapTo(String.class)
                .findOne();
    }

    static void insert(Handle handle, PartnerAccount partner) {
        handle.createUpdate("""
                        INSERT INTO partner (client_id, name, kind, credit_code, state, jwks, created_at, updated_at)
                        VALUES (:clientId, :name, :kind, :creditCode, :state, :jwks::jsonb, :at, :at)
                        """)
                .bind("clientId", partner.clientId())
                .bind("name", partner.name())
                .bind("kind", partner.kind().name())
                .bind("creditCode", partner.creditCode())
                .bind("state", partner.state().name())
                .bind("jwks", partner.keys().toString())
                .bind("at", partner.createdAt())
                .execute();
        insertKeys(handle, partner.clientId(), partner.keys());
    }

    static void replaceKeys(Handle handle, String clientId, JWKSet keys, Instant now) {
        handle.createUpdate("""
                        UPDATE partner SET revision = revision + 1, jwks = :jwks::jsonb, updated_at = :now
                         WHERE client_id = :clientId
                        """)
                .bind("jwks", keys.toString())
                .bind("now", now)
                .bind("clientId", clientId)
                .execute();
        handle.createUpdate("DELETE FROM partner_key WHERE client_id = :clientId")
                .bind("clientId", clientId)
                .execute();
        insertKeys(handle, clientId, keys);
    }

    /** Their client ids. Locked, so that two agencies do not suspend each other. */
    static List<String> lockActiveAgencies(Handle handle) {
        return handle.createQuery("""
                        SELECT client_id FROM partner WHERE kind = 'AGENCY' AND state = 'ACTIVE'
                        ORDER BY client_id FOR UPDATE
                        """).mapTo(String.class).list();
    }

    static void changeState(Handle handle, String clientId, PartnerState state, Instant now) {
        handle.createUpdate("""
                        UPDATE partner SET revision = revision + 1, state = :state, updated_at = :now
                         WHERE client_id = :clientId
                        """)
                .bind("state", state.name())
                .bind("now", now)
                .bind("clientId", clientId)
                .execute();
    }

    private static void insertKeys(Handle handle, String clientId, JWKSet keys) {
        for (JWK key : keys.getKeys()) {
            handle.createUpdate("INSERT INTO partner_key (kid, client_id) VALUES (:kid, :clientId)")
                    .bind("kid", key.getKeyID())
                    .bind("clientId", clientId)
                    .execute();
        }
    }

    private static PartnerAccount account(ResultSet row, StatementContext context) throws SQLException {
        try {
            return new PartnerAccount(
                    row.getString("client_id"),
                    row.getString("name"),
                    PartnerKind.valueOf(row.getString("kind")),
                    row.getString("credit_code"),
                    PartnerState.valueOf(row.getString("state")),
                    JWKSet.parse(row.getString("jwks")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getLong("revision"));
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key set is not a JWK Set", e);
        }
    }
}
