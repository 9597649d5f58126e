package io.tongban.gateway.trust.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Table stop. */
final class StopStore {
    private static final String ALL =
            "SELECT id, kind, partner, subject, reason, placed_at, placed_by, released_at, released_by FROM stop ";

    private StopStore() {}

    /** All that holds: what every node keeps in memory. */
    static Set<StopTarget> inForce(Handle handle) {
        return new HashSet<>(handle.createQuery("SELECT kind, partner, subject FROM stop WHERE released_at IS NULL")
                .map((row, context) -> target(row))
                .list());
    }

    static List<PlacedStop> list(Handle handle) {
        return handle.createQuery(ALL + "WHERE released_at IS NULL ORDER BY id")
                .map(StopStore::read)
                .list();
    }

    /** The one of this target that holds, be it this one or an earlier one. */
    static PlacedStop place(Handle handle, PlacedStop stop) {
        Optional<PlacedStop> found = Optional.empty();
        while (found.isEmpty()) {
            // One that stood in the way may be released before it is read.
            insert(handle, stop);
            found = inForce(handle, stop.target());
        }
        return found.get();
    }

    private static void insert(Handle handle, PlacedStop stop) {
        handle.createUpdate("""
                        INSERT INTO stop (id, kind, partner, subject, reason, placed_at, placed_by)
                        VALUES (:id, :kind, :partner, :subject, :reason, :at, :by)
                        ON CONFLICT (kind, partner, subject) WHERE released_at IS NULL DO NOTHING
                        """)
                .bind("id", stop.id())
                .bind("kind", stop.target().kind().name())
                .bind("partner", stop.target().partner())
                .bind("subject", stop.target().subject())
                .bind("reason", stop.reason())
                .bind("at", stop.placedAt())
                .bind("by", stop.placedBy())
                .execute();
    }

    private static Optional<PlacedStop> inForce(Handle handle, StopTarget target) {
        return handle.createQuery(ALL + """
                        WHERE kind = :kind AND partner = :partner AND subject = :subject AND released_at IS NULL
                        """)
                .bind("kind", target.kind().name())
                .bind("partner", target.partner())
                .bind("subject", target.subject())
                .map(StopStore::read)
                .findOne();
    }

    static Optional<PlacedStop> release(Handle handle, String id, String by, Instant now) {
        handle.createUpdate("""
                        UPDATE stop SET released_at = :now, released_by = :by WHERE id = :id AND released_at IS NULL
                        """).bind("id", id).bind("by", by).bind("now", now).execute();
        return handle.createQuery(ALL + "WHERE id = :id")
                .bind("id", id)
                .map(StopStore::read)
                .findOne();
    }

    private static PlacedStop read(ResultSet row, StatementContext ignored) throws SQLException {
        Timestamp releasedAt = row.getTimestamp("released_at");
        return new PlacedStop(
                row.getString("id"),
                target(row),
                row.getString("reason"),
                row.getTimestamp("placed_at").toInstant(),
                row.getString("placed_by"),
                releasedAt == null ? null : releasedAt.toInstant(),
                row.getString("released_by"));
    }

    private static StopTarget target(ResultSet row) throws SQLException {
        return new StopTarget(
                StopTarget.Kind.valueOf(row.getString("kind")), row.getString("partner"), row.getString("subject"));
    }
}
