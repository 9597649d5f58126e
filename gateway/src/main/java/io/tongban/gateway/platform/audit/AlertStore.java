package io.tongban.gateway.platform.audit;

import io.tongban.api.agency.AlertKind;
import io.tongban.api.agency.PartnerAlert;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Table partner_alert. */
final class AlertStore {
    private AlertStore() {}

    /** @return the refusals of that day */
    static long add(Handle handle, String clientId, AlertKind kind, LocalDate day, long refusals, Instant now) {
        return handle.createQuery("""
                        insert into partner_alert (client_id, kind, day, refusals, first_at, last_at)
                        values (:client, :kind, :day, :refusals, :now, :now)
                        on conflict on constraint partner_alert_unique do update
                            set refusals = partner_alert.refusals + excluded.refusals, last_at = excluded.last_at
                        returning refusals
                        """)
                .bind("client", clientId)
                .bind("kind", kind.name())
                .bind("day", day)
                .bind("refusals", refusals)
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    static List<PartnerAlert> latest(Handle handle, int most) {
        return handle.createQuery("""
                        select client_id, kind, day, refusals, first_at, last_at from partner_alert
                         order by last_at desc limit :most
                        """)
                .bind("most", most)
                .map((row, context) -> new PartnerAlert(
                        row.getString("client_id"),
                        AlertKind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getLong("refusals"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
