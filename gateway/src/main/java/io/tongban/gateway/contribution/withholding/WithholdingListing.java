package io.tongban.gateway.contribution.withholding;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Table withholding: reading many. One query a listing, whatever its length. */
final class WithholdingListing {
    private WithholdingListing() {}

    /** Newest first, by keyset; conditions are written only where they narrow, so that each has its index. */
    static List<WithholdingRecord> page(
            Handle handle, String clientId, ListFilter filter, @Nullable Cursor after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("client_id = :client"));
        if (filter.workerId() != null) {
            conditions.add("worker_id = :worker");
        }
        if (filter.reference() != null) {
            conditions.add("partner_reference = :reference");
        }
        if (filter.period() != null) {
            conditions.add("period = :period");
        }
        if (filter.state() != null) {
            conditions.add("state = :state");
        }
        if (after != null) {
            conditions.add("(accepted_at, id) < (:acceptedAt, :id)");
        }
        Query query = handle.createQuery("SELECT " + WithholdingRow.COLUMNS + "FROM withholding WHERE "
                        + String.join(" AND ", conditions)
                        + " ORDER BY accepted_at DESC, id DESC LIMIT :limit")
                .bind("client", clientId)
                .bind("worker", filter.workerId())
                .bind("reference", filter.reference())
                .bind("period", filter.period() == null ? null : filter.period().toString())
                .bind("state", filter.state() == null ? null : filter.state().name())
                .bind("acceptedAt", after == null ? null : after.acceptedAt())
                .bind("id", after == null ? null : after.id())
                .bind("limit", limit);
        return query.configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .map(WithholdingRow::read)
                .list();
    }

    /** The worker's last ones of each province and insurance, newest first. */
    static List<WithholdingRecord> lastOf(Handle handle, String clientId, String workerId, int most) {
        return handle.createQuery("SELECT " + WithholdingRow.COLUMNS + "FROM (SELECT " + WithholdingRow.COLUMNS + """
                            , row_number() OVER (
                                PARTITION BY province, insurance ORDER BY accepted_at DESC, id DESC) AS place
                            FROM withholding WHERE client_id = :client AND worker_id = :worker) ranked
                        WHERE place <= :most
                        ORDER BY province, insurance, accepted_at DESC, id DESC
                        """)
                .bind("client", clientId)
                .bind("worker", workerId)
                .bind("most", most)
                .map(WithholdingRow::read)
                .list();
    }
}
