package io.tongban.gateway.contribution.decline;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Table decline. */
final class DeclineStore {
    /** What fewer said is not told. */
    static final int LEAST = 10;

    private DeclineStore() {}

    /** Those of one province, sector and reason; ten or more. */
    record Cell(String province, String sector, String reason, long count) {}

    static void insert(Handle handle, DeclineRecord decline) {
        int inserted = handle.createUpdate("""
                        INSERT INTO decline (id, client_id, partner_reference, province, sector, reason, recorded_at)
                        VALUES (:id, :client, :reference, :province, :sector, :reason, :at)
                        ON CONFLICT ON CONSTRAINT decline_reference_unique DO NOTHING
                        """)
                .bind("id", decline.id())
                .bind("client", decline.clientId())
                .bind("reference", decline.reference())
                .bind("province", decline.province().value())
                .bind("sector", decline.sector())
                .bind("reason", decline.reason())
                .bind("at", decline.recordedAt())
                .execute();
        if (inserted == 0) {
            throw new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
        }
    }

    static List<Cell> ofPartner(Handle handle, String clientId, Instant from, Instant before) {
        return cells(handle, "client_id", clientId, from, before);
    }

    /** Of all partners; nothing of which one of them could tell by its own that fewer than ten were the others'. */
    static List<Cell> ofProvince(Handle handle, String province, Instant from, Instant before) {
        return cells(handle, "province", province, from, before);
    }

    /** @param column that says whose they are */
    private static List<Cell> cells(Handle handle, String column, String whose, Instant from, Instant before) {
        return handle.createQuery("""
                        SELECT province, sector, reason, sum(own) AS count
                          FROM (SELECT province, sector, reason, client_id, count(*) AS own FROM decline
                                 WHERE recorded_at >= :from AND recorded_at < :before AND %s = :whose
                                 GROUP BY province, sector, reason, client_id) by_partner
                         GROUP BY province, sector, reason
                        HAVING sum(own) >= :least AND (count(*) = 1 OR sum(own) - max(own) >= :least)
                         ORDER BY province, sector, reason
                        """.formatted(column))
                .bind("whose", whose)
                .bind("from", from)
                .bind("before", before)
                .bind("least", LEAST)
                .map((row, context) -> new Cell(
                        row.getString("province"),
                        row.getString("sector"),
                        row.getString("reason"),
                        row.getLong("count")))
                .list();
    }
}
