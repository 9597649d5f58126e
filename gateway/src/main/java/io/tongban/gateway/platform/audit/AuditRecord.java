package io.tongban.gateway.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * One row of the log, as it is hashed.
 *
 * @param at in whole microseconds, which is what the database keeps
 * @param actorKind as {@link io.tongban.gateway.platform.principal.Actor.Kind#word()}
 * @param facts JSON, the very text that was stored
 */
record AuditRecord(
        long id,
        Instant at,
        String actorKind,
        String actor,
        String tenant,
        String action,
        String subjectId,
        String facts) {
    static AuditRecord of(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_kind"),
                row.getString("actor"),
                row.getString("tenant"),
                row.getString("action"),
                row.getString("subject_id"),
                row.getString("facts"));
    }
}
