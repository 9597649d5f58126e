package io.tongban.gateway.webhook;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The order in which a partner reads its events. */
final class FeedStore {
    /** How many are given their position at a time, so that no transaction is long. */
    private static final int MOST = 1_000;

    /** Whether there may be anything behind this position; cheap, for those who wait. */
    boolean hasNews(Handle handle, String clientId, long position) {
        return handle.createQuery("""
                        select exists (select 1 from webhook_event where client_id = :client and position is null)
                            or exists (select 1 from webhook_event where client_id = :client and position > :position)
                        """)
                .bind("client", clientId)
                .bind("position", position)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Gives their positions to events that were committed without; one reader of a partner after the other.
     *
     * @return how far they go
     */
    Numbered number(Handle handle, String clientId) {
        handle.createUpdate("insert into event_feed (client_id) values (:client) on conflict do nothing")
                .bind("client", clientId)
                .execute();
        long last = handle.createQuery("select last_position from event_feed where client_id = :client for update")
                .bind("client", clientId)
                .mapTo(Long.class)
                .one();
        int given = handle.createUpdate("""
                        update webhook_event v set position = :last + fresh.number
                          from (select id, row_number() over (order by created_at, id) as number
                                  from (select id, created_at from webhook_event
                                         where client_id = :client and position is null
                                         order by created_at, id limit :most) as oldest) as fresh
                         where v.id = fresh.id
                        """)
                .bind("client", clientId)
                .bind("last", last)
                .bind("most", MOST)
                .execute();
        if (given > 0) {
            handle.createUpdate("update event_feed set last_position = :last where client_id = :client")
                    .bind("client", clientId)
                    .bind("last", last + given)
                    .execute();
        }
        return new Numbered(last + given, given == MOST);
    }

    List<Entry> page(Handle handle, String clientId, long after, Instant since, int limit) {
        return handle.createQuery("""
                        select position, body from webhook_event
                         where client_id = :client and position > :after and created_at >= :since
                         order by position limit :limit
                        """)
                .bind("client", clientId)
                .bind("after", after)
                .bind("since", since)
                .bind("limit", limit)
                .map((row, context) -> new Entry(row.getLong("position"), row.getBytes("body")))
                .list();
    }

    /**
     * @param last the last position that was given
     * @param maybeMore whether there may be more without
     */
    record Numbered(long last, boolean maybeMore) {}

    /** @param body encrypted */
    @SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
    record Entry(long position, byte[] body) {}
}
