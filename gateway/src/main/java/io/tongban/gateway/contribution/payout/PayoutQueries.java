package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.PageLimit;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Reads payouts with their parts: three queries, whatever the length. */
@ApplicationScoped
public class PayoutQueries {
    private static final String ID = "pyo_[0-9a-z]{1,36}";

    /** A page of a listing; {@code nextCursor} is absent on the last one. */
    record Page(List<PayoutRecord> items, @Nullable String nextCursor) {}

    /** @throws ProblemException payout-not-found, also for another partner's payout */
    PayoutRecord read(Handle handle, String clientId, String payoutId) {
        return find(handle, List.of(payoutId)).stream()
                .filter(each -> each.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.PAYOUT_NOT_FOUND));
    }

    /** Newest first; ids rise with time. The cursor is the last id of the page before, and no secret. */
    Page list(
            Handle handle,
            String clientId,
            @Nullable String workerId,
            @Nullable String reference,
            @Nullable String cursor,
            @Nullable Integer asked) {
        int limit = PageLimit.of(asked);
        if (cursor != null && !cursor.matches(ID)) {
            throw new ProblemException(ProblemType.CURSOR_INVALID);
        }
        List<String> ids = handle.createQuery("SELECT id FROM payout WHERE client_id = :client"
                        + (workerId == null ? "" : " AND worker_id = :worker")
                        + (reference == null ? "" : " AND partner_reference = :reference")
                        + (cursor == null ? "" : " AND id < :cursor")
                        + " ORDER BY id DESC LIMIT :limit")
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("client", clientId)
                .bind("worker", workerId)
                .bind("reference", reference)
                .bind("cursor", cursor)
                .bind("limit", limit + 1)
                .mapTo(String.class)
                .list();
        List<PayoutRecord> items = find(handle, ids.subList(0, Math.min(limit, ids.size())));
        return new Page(items, ids.size() > limit ? ids.get(limit - 1) : null);
    }

    /** In the order of the ids. */
    static List<PayoutRecord> find(Handle handle, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // First what has the revision: what is read after it may be newer than that says, and must not be older.
        Map<String, PayoutRecord> found = new LinkedHashMap<>();
        handle.createQuery("""
                        SELECT id, client_id, partner_reference, worker_id, mandate_id, paid_on, earned_fen, origin,
                               reported_at, left_out, instruction_id, kept_fen, revision
                          FROM payout WHERE id IN (<ids>)
                        """)
                .bindList("ids", ids)
                .map((row, context) -> payout(row))
                .forEach(each -> found.put(each.id(), each));
        Map<String, List<Part>> parts = parts(handle, ids);
        Map<String, List<PayoutRecord.Returned>> returns = returns(handle, ids);
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .map(each ->
                        each.with(parts.getOrDefault(each.id(), List.of()), returns.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Map<String, List<Part>> parts(Handle handle, List<String> ids) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        handle.createQuery("""
                        SELECT payout_id, insurance, month_id, period, cut_off, amount_fen, own_fen, share_fen, rule,
                               source, provisional, state, reason, settled_at
                          FROM contribution_part WHERE payout_id IN (<ids>) ORDER BY payout_id, insurance
                        """)
                .bindList("ids", ids)
                .map((row, context) -> Map.entry(row.getString("payout_id"), part(row)))
                .forEach(each -> parts.computeIfAbsent(each.getKey(), id -> new ArrayList<>())
                        .add(each.getValue()));
        return parts;
    }

    private static Map<String, List<PayoutRecord.Returned>> returns(Handle handle, List<String> ids) {
        Map<String, List<PayoutRecord.Returned>> returns = new LinkedHashMap<>();
        handle.createQuery("""
                        SELECT payout_id, insurance, amount_fen, reason, returned_at
                          FROM contribution_return WHERE payout_id IN (<ids>) ORDER BY id
                        """)
                .bindList("ids", ids)
                .map((row, context) -> Map.entry(row.getString("payout_id"), returned(row)))
                .forEach(each -> returns.computeIfAbsent(each.getKey(), id -> new ArrayList<>())
                        .add(each.getValue()));
        return returns;
    }

    private static PayoutRecord.Returned returned(ResultSet row) throws SQLException {
        String insurance = row.getString("insurance");
        return new PayoutRecord.Returned(
                insurance == null ? null : new InsuranceKind(insurance),
                row.getLong("amount_fen"),
                ProblemType.byCode(row.getString("reason")).orElse(ProblemType.CONTRIBUTION_SURPLUS),
                row.getTimestamp("returned_at").toInstant());
    }

    private static PayoutRequest.@Nullable Kept kept(ResultSet row) throws SQLException {
        String instruction = row.getString("instruction_id");
        return instruction == null ? null : new PayoutRequest.Kept(instruction, row.getLong("kept_fen"));
    }

    private static PayoutRecord payout(ResultSet row) throws SQLException {
        return new PayoutRecord(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("partner_reference"),
                row.getString("worker_id"),
                row.getString("mandate_id"),
                row.getObject("paid_on", LocalDate.class),
                row.getLong("earned_fen"),
                PayoutRequest.Origin.valueOf(row.getString("origin")),
                row.getTimestamp("reported_at").toInstant(),
                kept(row),
                List.of(),
                List.of(),
                PayoutRecord.LeftOut.read(row.getString("left_out")),
                row.getLong("revision"));
    }

    private static Part part(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        Timestamp settledAt = row.getTimestamp("settled_at");
        return new Part(
                new InsuranceKind(row.getString("insurance")),
                row.getString("month_id"),
                YearMonth.parse(row.getString("period")),
                row.getObject("cut_off", LocalDate.class),
                row.getLong("amount_fen"),
                row.getLong("own_fen"),
                row.getLong("share_fen"),
                row.getString("rule"),
                row.getString("source"),
                row.getBoolean("provisional"),
                Part.State.valueOf(row.getString("state")),
                reason == null ? null : ProblemType.byCode(reason).orElse(ProblemType.PROVINCE_REFUSED),
                settledAt == null ? null : settledAt.toInstant());
    }
}
