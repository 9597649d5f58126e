package io.tongban.gateway.counter.approval;

import io.tongban.signature.OperatorContent;
import io.tongban.signature.OperatorSignature;
import io.tongban.signature.OperatorSignature.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Table approval. */
final class ApprovalStore {
    private static final String COLUMNS = """
            id, state, client_id, operation, rule, reference, worker_id, amount_fen, point, method, target_uri,
            content_digest, content_type, idempotency_key, counter_context, maker, maker_input, maker_signature, checker,
            checker_input, checker_signature, effect_id, opened_at, expires_at, closed_at
            """;

    private static final String ALL = "SELECT " + COLUMNS + " FROM approval ";

    private ApprovalStore() {}

    /**
     * @param body encrypted
     * @return false if one waits in its way, or its maker's signature was seen before
     */
    static boolean insert(Handle handle, Approval opened, byte[] body) {
        OperatorContent content = opened.content();
        OperatorSignature maker = opened.maker().signature();
        return handle.createUpdate("""
                        INSERT INTO approval (id, state, client_id, operation, rule, reference, worker_id, amount_fen, point,
                                              method, target_uri, content_digest, content_type, idempotency_key,
                                              counter_context, body, maker, maker_kid, maker_nonce, maker_input,
                                              maker_signature, opened_at, expires_at)
                        VALUES (:id, 'PENDING', :client, :operation, :rule, :reference, :worker, :fen, :point, :method,
                                :uri, :digest, :type, :key, :context, :body, :maker, :kid, :nonce, :input, :signature,
                                :opened, :expires)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("id", opened.id())
                        .bind("client", opened.clientId())
                        .bind("operation", opened.subject().operation())
                        .bind("rule", opened.subject().rule())
                        .bind("reference", opened.subject().reference())
                        .bind("worker", opened.subject().workerId())
                        .bind("fen", opened.subject().amountFen())
                        .bind("point", opened.subject().point())
                        .bind("method", content.method())
                        .bind("uri", content.targetUri())
                        .bind("digest", content.contentDigest())
                        .bind("type", content.contentType())
                        .bind("key", content.idempotencyKey())
                        .bind("context", content.counterContext())
                        .bind("body", body)
                        .bind("maker", opened.maker().staffNumber())
                        .bind("kid", maker.keyid())
                        .bind("nonce", maker.nonce())
                        .bind("input", maker.input())
                        .bind("signature", maker.signature())
                        .bind("opened", opened.openedAt())
                        .bind("expires", opened.expiresAt())
                        .execute()
                == 1;
    }

    /** What waits under this key, or else the last that did; held until the transaction ends. */
    static Optional<Approval> hold(Handle handle, String clientId, String key) {
        return handle.createQuery(ALL + """
                        WHERE client_id = :client AND idempotency_key = :key
                        ORDER BY (state = 'PENDING') DESC, opened_at DESC, id DESC LIMIT 1 FOR UPDATE
                        """)
                .bind("client", clientId)
                .bind("key", key)
                .map(ApprovalStore::read)
                .findOne();
    }

    static Optional<Approval> hold(Handle handle, String id) {
        return handle.createQuery(ALL + "WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(ApprovalStore::read)
                .findOne();
    }

    static Optional<Approval> find(Handle handle, String id) {
        return handle.createQuery(ALL + "WHERE id = :id")
                .bind("id", id)
                .map(ApprovalStore::read)
                .findOne();
    }

    /** The one that this very signature opened. */
    static Optional<Approval> ofSignature(Handle handle, String clientId, OperatorSignature maker) {
        return handle.createQuery(ALL + "WHERE client_id = :client AND maker_kid = :kid AND maker_nonce = :nonce")
                .bind("client", clientId)
                .bind("kid", maker.keyid())
                .bind("nonce", maker.nonce())
                .map(ApprovalStore::read)
                .findOne();
    }

    /** Encrypted. */
    static byte[] body(Handle handle, String id) {
        return handle.createQuery("SELECT body FROM approval WHERE id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .one();
    }

    /** @return false if it does not wait any more, or not at this instant */
    static boolean confirm(Handle handle, String id, Approval.Signed checker, String effectId, Instant now) {
        return handle.createUpdate("""
                        UPDATE approval SET state = 'CONFIRMED', checker = :checker, checker_kid = :kid,
                               checker_input = :input, checker_signature = :signature, effect_id = :effect,
                               closed_at = :now
                         WHERE id = :id AND state = 'PENDING' AND expires_at > :now AND maker <> :checker
                        """)
                        .bind("id", id)
                        .bind("checker", checker.staffNumber())
                        .bind("kid", checker.signature().keyid())
                        .bind("input", checker.signature().input())
                        .bind("signature", checker.signature().signature())
                        .bind("effect", effectId)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    static void withdraw(Handle handle, String id, Instant now) {
        handle.createUpdate("""
                        UPDATE approval SET state = 'WITHDRAWN', closed_at = :now WHERE id = :id AND state = 'PENDING'
                        """).bind("id", id).bind("now", now).execute();
    }

    /** Closes what nobody signed in time, but what is being held; each is told once. */
    static List<Approval> expire(Handle handle, Instant now, int most) {
        return handle.createQuery("""
                        UPDATE approval SET state = 'EXPIRED', closed_at = expires_at
                         WHERE id = ANY (ARRAY(SELECT id FROM approval WHERE state = 'PENDING' AND expires_at <= :now
                                                ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED))
                        RETURNING
                        """ + COLUMNS)
                .bind("now", now)
                .bind("most", most)
                .map(ApprovalStore::read)
                .list();
    }

    /** The same of those that would stand in the way of this one. */
    static List<Approval> expireInTheWay(Handle handle, Approval opened) {
        return handle.createQuery("""
                        UPDATE approval SET state = 'EXPIRED', closed_at = expires_at
                         WHERE state = 'PENDING' AND expires_at <= :now AND client_id = :client
                           AND (idempotency_key = :key
                                OR operation = :operation AND (reference = :reference OR worker_id = :worker))
                        RETURNING
                        """ + COLUMNS)
                .bind("now", opened.openedAt())
                .bind("client", opened.clientId())
                .bind("key", opened.content().idempotencyKey())
                .bind("operation", opened.subject().operation())
                .bind("reference", opened.subject().reference())
                .bind("worker", opened.subject().workerId())
                .map(ApprovalStore::read)
                .list();
    }

    /** Newest first; ids rise with time. */
    static List<Approval> list(Handle handle, Listing asked) {
        return handle.createQuery(ALL + "WHERE client_id = :client" + asked.where() + " ORDER BY id DESC LIMIT :most")
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("client", asked.clientId())
                .bind("state", asked.state() == null ? null : asked.state().name())
                .bind("now", asked.now())
                .bind("before", asked.before())
                .bind("most", asked.most())
                .map(ApprovalStore::read)
                .list();
    }

    /** @param before id of the last one of the page before */
    record Listing(
            String clientId,
            Approval.@Nullable State state,
            Instant now,
            @Nullable String before,
            int most) {
        private String where() {
            return (before == null ? "" : " AND id < :before") + stateWhere();
        }

        /** What has expired is listed as that, whether or not it is closed yet. */
        private String stateWhere() {
            if (state == null) {
                return "";
            }
            return switch (state) {
                case PENDING -> " AND state = 'PENDING' AND expires_at > :now";
                case EXPIRED -> " AND (state = 'EXPIRED' OR state = 'PENDING' AND expires_at <= :now)";
                case CONFIRMED, WITHDRAWN -> " AND state = :state";
            };
        }
    }

    private static Approval read(ResultSet row, StatementContext ignored) throws SQLException {
        String checker = row.getString("checker");
        Timestamp closedAt = row.getTimestamp("closed_at");
        return new Approval(
                row.getString("id"),
                Approval.State.valueOf(row.getString("state")),
                row.getString("client_id"),
                new Approval.Subject(
                        row.getString("operation"),
                        row.getString("rule"),
                        row.getString("reference"),
                        row.getString("worker_id"),
                        row.getLong("amount_fen"),
                        row.getString("point")),
                new OperatorContent(
                        row.getString("method"),
                        row.getString("target_uri"),
                        row.getString("content_digest"),
                        row.getString("content_type"),
                        row.getString("idempotency_key"),
                        row.getString("counter_context")),
                signed(row, Role.MAKER, row.getString("maker")),
                checker == null ? null : signed(row, Role.CHECKER, checker),
                row.getString("effect_id"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                closedAt == null ? null : closedAt.toInstant());
    }

    private static Approval.Signed signed(ResultSet row, Role role, String staffNumber) throws SQLException {
        return new Approval.Signed(
                staffNumber,
                new OperatorSignature(
                        role, row.getString(role.label() + "_input"), row.getString(role.label() + "_signature")));
    }
}
