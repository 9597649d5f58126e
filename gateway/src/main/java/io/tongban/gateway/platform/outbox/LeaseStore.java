package io.tongban.gateway.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who may work on which row, and until when. */
final class LeaseStore {
    /** Lanes with a row to lease now. Hops from lane to lane over the index, so its cost is in lanes, not in rows. */
    List<String> dueLanes(Handle handle) {
        return handle.createQuery("""
                        with recursive lanes as (
                            (select lane from outbox order by lane limit 1)
                            union all
                            select (select o.lane from outbox o where o.lane > l.lane order by o.lane limit 1)
                              from lanes l where l.lane is not null)
                        select l.lane from lanes l where exists (
                            select 1 from outbox o
                             where o.lane = l.lane and o.due_at <= now()
                               and (o.leased_until is null or o.leased_until <= now()))
                        """).mapTo(String.class).list();
    }

    /**
     * Leases due rows, but none that has an older one of its order before it. The oldest is a scalar look-up on purpose:
     * it is a probe of the index for each row, where an anti-join might read the whole table.
     */
    List<Lease> lease(Handle handle, String lane, int atMost, Duration length) {
        return lease(handle, lane, atMost, length, Set.of());
    }

    /** As above; rows of these kinds are marked as sent, too. The lease says whether they were before. */
    List<Lease> lease(Handle handle, String lane, int atMost, Duration length, Set<String> markedKinds) {
        return handle.createQuery("""
                        with due as (
                            select o.id, o.sent_at from outbox o
                             where o.lane = :lane and o.due_at <= now()
                               and (o.leased_until is null or o.leased_until <= now())
                               and (o.order_key is null or o.id = (
                                   select p.id from outbox p where p.order_key = o.order_key order by p.id limit 1))
                             order by o.due_at, o.id limit :atMost
                               for update of o skip locked)
                        update outbox o
                           set leased_until = now() + make_interval(secs => :length),
                               lease_token = gen_random_uuid(), attempts = o.attempts + 1,
                               sent_at = case when o.kind = any (:marked) then coalesce(o.sent_at, now()) else o.sent_at end
                          from due where o.id = due.id
                        returning o.id, o.kind, o.subject_id, o.lane, o.traceparent, o.attempts, due.sent_at, o.lease_token,
                                  extract(epoch from now() - o.created_at) as age, now() as leased_at
                        """)
                .bind("lane", lane)
                .bind("atMost", atMost)
                .bind("length", seconds(length))
                .bindArray("marked", String.class, markedKinds.toArray())
                .map((row, context) -> lease(row))
                .list();
    }

    int renew(Handle handle, Collection<Lease> leases, Duration length) {
        if (leases.isEmpty()) {
            return 0;
        }
        return handle.createUpdate("""
                        update outbox set leased_until = now() + make_interval(secs => :length)
                         where id in (<ids>) and lease_token in (<tokens>)
                        """)
                .bind("length", seconds(length))
                .bindList("ids", leases.stream().map(Lease::id).toList())
                .bindList("tokens", leases.stream().map(Lease::token).toList())
                .execute();
    }

    /**
     * Gives the row back, due later; without effect if the lease is lost.
     *
     * @param received the far side has it: it holds nothing of its order up any more
     */
    boolean release(Handle handle, Lease lease, Next.Again again, boolean received) {
        return handle.createUpdate("""
                        update outbox
                           set leased_until = null, lease_token = null,
                               order_key = case when :received then null else order_key end,
                               due_at = greatest(now() + make_interval(secs => :pause),
                                                 least(coalesce(:notBefore::timestamptz, now()), now() + interval '1 day'))
                         where id = :id and lease_token = :token
                        """)
                        .bind("received", received)
                        .bind("pause", seconds(again.pause()))
                        .bind("notBefore", again.notBefore())
                        .bind("id", lease.id())
                        .bind("token", lease.token())
                        .execute()
                == 1;
    }

    /** As above, a row that was not sent under this lease: it is not marked either, unless it was before. */
    boolean releaseUnsent(Handle handle, Lease lease, Next.Again again) {
        if (lease.sentAt() == null) {
            OutboxStore.unmark(handle, lease);
        }
        return release(handle, lease, again, false);
    }

    static Duration duration(double seconds) {
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject_id"),
                row.getString("lane"),
                row.getString("traceparent"),
                row.getInt("attempts"),
                instant(row, "sent_at"),
                duration(row.getDouble("age")),
                row.getObject("leased_at", OffsetDateTime.class).toInstant(),
                row.getObject("lease_token", UUID.class));
    }
}
