package io.tongban.gateway.delivery.spool;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceSpool.Batch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Tables spool_file and spool_transfer_lease. */
final class FileStore {
    /** Keeps two nodes from giving one number, or one line, to two files; the first of two numbers. */
    private static final int FILE_LOCKS = 0x66696c65;

    private FileStore() {}

    static Map<String, Object> key(Batch batch) {
        return Map.of(
                "province", batch.province().value(),
                "kind", batch.kind(),
                "day", batch.day(),
                "number", batch.number());
    }

    static boolean tend(Handle handle, ProvinceCode province, UUID node, Duration atMost) {
        return handle.createUpdate("""
                        insert into spool_transfer_lease as c (province, node, until)
                        values (:province, :node, now() + make_interval(secs => :seconds))
                        on conflict (province) do update set node = excluded.node, until = excluded.until
                         where c.node = excluded.node or c.until <= now()
                        """)
                        .bind("province", province.value())
                        .bind("node", node)
                        .bind("seconds", atMost.toMillis() / 1000.0)
                        .execute()
                == 1;
    }

    /** To be taken in a statement of its own: the next one then sees what the one before committed. */
    static void lockNumbers(Handle handle, ProvinceCode province, String kind) {
        handle.createQuery("select 1 from pg_advisory_xact_lock(:locks, hashtext(:name))")
                .bind("locks", FILE_LOCKS)
                .bind("name", province + ":" + kind)
                .mapTo(Integer.class)
                .one();
    }

    /** The number of the new file; empty if no line waits. */
    static Optional<Integer> cut(Handle handle, ProvinceCode province, String kind, String day, int atMost) {
        return handle
                .createQuery("""
                        with waiting as (
                            select id from spool_line
                             where province = :province and kind = :kind and file_number is null
                               and answered_at is null
                             order by id limit :atMost
                               for update),
                        file as (
                            insert into spool_file (province, kind, day, number)
                            select :province, :kind, :day, coalesce(max(f.number), 0) + 1
                              from spool_file f
                             where f.province = :province and f.kind = :kind and f.day = :day
                            having exists (select 1 from waiting)
                            returning number)
                        update spool_line l set file_day = :day, file_number = file.number
                          from waiting, file where l.id = waiting.id
                        returning l.file_number
                        """)
                .bind("province", province.value())
                .bind("kind", kind)
                .bind("day", day)
                .bind("atMost", atMost)
                .mapTo(Integer.class)
                .stream()
                .findFirst();
    }

    static List<Batch> open(Handle handle, ProvinceCode province) {
        return handle.createQuery("""
                        select province, kind, day, number, uploaded_at from spool_file
                         where province = :province and done_at is null
                         order by cut_at, kind, number
                        """)
                .bind("province", province.value())
                .map(FileStore::batch)
                .list();
    }

    static void uploaded(Handle handle, Batch batch, Instant at) {
        handle.createUpdate("""
                        update spool_file set uploaded_at = coalesce(uploaded_at, :at)
                         where province = :province and kind = :kind and day = :day and number = :number
                        """).bindMap(key(batch)).bind("at", at).execute();
    }

    static void done(Handle handle, Batch batch) {
        handle.createUpdate("""
                        update spool_file set done_at = coalesce(done_at, now())
                         where province = :province and kind = :kind and day = :day and number = :number
                        """).bindMap(key(batch)).execute();
    }

    /** Files that are worked off and hold no line any more. */
    static int removeDone(Handle handle, Duration before, int most) {
        return handle.createUpdate("""
                        delete from spool_file where (province, kind, day, number) in (
                            select f.province, f.kind, f.day, f.number from spool_file f
                             where f.done_at < now() - make_interval(secs => :before)
                               and not exists (
                                   select 1 from spool_line l
                                    where l.province = f.province and l.kind = f.kind
                                      and l.file_day = f.day and l.file_number = f.number)
                             limit :most)
                        """)
                .bind("before", before.toSeconds())
                .bind("most", most)
                .execute();
    }

    private static Batch batch(ResultSet row, StatementContext ignored) throws SQLException {
        OffsetDateTime uploadedAt = row.getObject("uploaded_at", OffsetDateTime.class);
        return new Batch(
                new ProvinceCode(row.getString("province")),
                row.getString("kind"),
                row.getString("day"),
                row.getInt("number"),
                uploadedAt == null ? null : uploadedAt.toInstant());
    }
}
