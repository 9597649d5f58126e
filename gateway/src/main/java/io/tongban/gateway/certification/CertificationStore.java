package io.tongban.gateway.certification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Table certification. */
final class CertificationStore {
    private static final String SELECT =
            "select id, client_id, suite, suite_version, started_at, ends_at, ended_at, report from certification ";
    private static final String ONE = SELECT + "where client_id = :client and id = :id";

    private CertificationStore() {}

    /** @return false if the partner has one that runs */
    static boolean insert(Handle handle, CertificationRun run) {
        return handle.createUpdate("""
                        insert into certification (id, client_id, suite, suite_version, started_at, ends_at)
                        values (:id, :client, :suite, :version, :started, :ends)
                        on conflict (client_id) where ended_at is null do nothing
                        """)
                        .bind("id", run.id())
                        .bind("client", run.clientId())
                        .bind("suite", run.suite())
                        .bind("version", run.version())
                        .bind("started", run.startedAt())
                        .bind("ends", run.endsAt())
                        .execute()
                == 1;
    }

    /** Makes room for another where the time of one is over. */
    static void endOverdue(Handle handle, String clientId, Instant now) {
        handle.createUpdate("""
                        update certification set ended_at = ends_at
                         where client_id = :client and ended_at is null and ends_at <= :now
                        """).bind("client", clientId).bind("now", now).execute();
    }

    static Optional<CertificationRun> find(Handle handle, String clientId, String id) {
        return handle.createQuery(ONE)
                .bind("client", clientId)
                .bind("id", id)
                .map(CertificationStore::read)
                .findOne();
    }

    /** Whoever's it is. */
    static Optional<CertificationRun> find(Handle handle, String id) {
        return handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map(CertificationStore::read)
                .findOne();
    }

    /** A partner's, newest first; ids rise with time. */
    static List<CertificationRun> list(Handle handle, String clientId, @Nullable String cursor, int limit) {
        return handle.createQuery(SELECT + """
                        where client_id = :client and (:cursor::text is null or id < :cursor)
                        order by id desc limit :limit
                        """)
                .bind("client", clientId)
                .bind("cursor", cursor)
                .bind("limit", limit)
                .map(CertificationStore::read)
                .list();
    }

    /** The one that has not ended. */
    static Optional<CertificationRun> running(Handle handle, String clientId) {
        return handle.createQuery(SELECT + "where client_id = :client and ended_at is null")
                .bind("client", clientId)
                .map(CertificationStore::read)
                .findOne();
    }

    /** As {@link #find}, and nobody else writes its report meanwhile. */
    static Optional<CertificationRun> hold(Handle handle, String clientId, String id) {
        return handle.createQuery(ONE + " for update")
                .bind("client", clientId)
                .bind("id", id)
                .map(CertificationStore::read)
                .findOne();
    }

    /** If it has not ended: by now, but no later than its time. */
    static void end(Handle handle, String clientId, String id, Instant now) {
        handle.createUpdate("""
                        update certification set ended_at = least(ends_at, :now)
                         where client_id = :client and id = :id and ended_at is null
                        """)
                .bind("client", clientId)
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    static void keep(Handle handle, String id, String report) {
        handle.createUpdate("update certification set report = :report where id = :id")
                .bind("report", report)
                .bind("id", id)
                .execute();
    }

    /**
     * @param approved what has an approval that ends after it stays
     * @param unreported those without a report that started before it go, too
     */
    static void forgetBefore(Handle handle, Instant before, Instant approved, Instant unreported) {
        handle.createUpdate("""
                        delete from certification c
                         where (started_at < :before or (started_at < :unreported and report is null))
                           and not exists (select 1 from certification_approval a
                                            where a.certification_id = c.id and a.expires_at > :approved)
                        """)
                .bind("before", before)
                .bind("approved", approved)
                .bind("unreported", unreported)
                .execute();
    }

    private static CertificationRun read(ResultSet row, StatementContext ignored) throws SQLException {
        @Nullable Timestamp ended = row.getTimestamp("ended_at");
        return new CertificationRun(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("suite"),
                row.getString("suite_version"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("report"));
    }
}
