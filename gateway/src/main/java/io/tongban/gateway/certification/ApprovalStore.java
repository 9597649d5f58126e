package io.tongban.gateway.certification;

import static java.util.stream.Collectors.groupingBy;

import io.tongban.province.ProvinceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Table certification_approval. */
final class ApprovalStore {
    private ApprovalStore() {}

    /** @return false if the run has one for this province, perhaps since just now */
    static boolean insert(Handle handle, Approved approved) {
        return handle.createUpdate("""
                        insert into certification_approval
                               (certification_id, province, contract, approved_by, approved_at, expires_at)
                        values (:id, :province, :contract, :by, :at, :expires)
                        on conflict (certification_id, province) do nothing
                        """)
                        .bind("id", approved.certificationId())
                        .bind("province", approved.province().value())
                        .bind("contract", approved.contract())
                        .bind("by", approved.by())
                        .bind("at", approved.at())
                        .bind("expires", approved.expiresAt())
                        .execute()
                == 1;
    }

    static Optional<Approved> find(Handle handle, String id, ProvinceCode province) {
        return of(handle, List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(each -> each.province().equals(province))
                .findFirst();
    }

    /** Of these runs, each by province; a run that has none is missing. */
    static Map<String, List<Approved>> of(Handle handle, List<String> ids) {
        return handle
                .createQuery("""
                        select a.certification_id, c.client_id, a.province, a.contract, a.approved_by, a.approved_at,
                               a.expires_at
                          from certification_approval a join certification c on c.id = a.certification_id
                         where a.certification_id = any (:ids) order by a.certification_id, a.province
                        """)
                .bindArray("ids", String.class, ids.toArray())
                .map(ApprovalStore::read)
                .list()
                .stream()
                .collect(groupingBy(Approved::certificationId));
    }

    private static Approved read(ResultSet row, StatementContext ignored) throws SQLException {
        return new Approved(
                row.getString("certification_id"),
                row.getString("client_id"),
                new ProvinceCode(row.getString("province")),
                row.getString("contract"),
                row.getString("approved_by"),
                row.getTimestamp("approved_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
