package io.tongban.gateway.contribution.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Table payout_instruction. */
final class InstructionStore {
    private InstructionStore() {}

    static void insert(Handle handle, Instruction instruction) {
        handle.createUpdate("""
                        INSERT INTO payout_instruction (id, client_id, worker_id, mandate_id, period, cut_off, rate_percent,
                                                        floor_fen, cap_fen, valid_from, valid_until)
                        VALUES (:id, :client, :worker, :mandate, :period, :cutOff, :rate, :floor, :cap, :from, :until)
                        """)
                .bind("id", instruction.id())
                .bind("client", instruction.clientId())
                .bind("worker", instruction.workerId())
                .bind("mandate", instruction.mandateId())
                .bind("period", instruction.period().toString())
                .bind("cutOff", instruction.cutOff())
                .bind("rate", instruction.ratePercent())
                .bind("floor", instruction.floorFen())
                .bind("cap", instruction.capFen())
                .bind("from", instruction.validFrom())
                .bind("until", instruction.validUntil())
                .execute();
    }

    /** Those of the partner, by id. */
    static Map<String, Instruction> find(Handle handle, String clientId, Collection<String> ids) {
        Map<String, Instruction> found = new HashMap<>();
        handle.createQuery("""
                        SELECT id, client_id, worker_id, mandate_id, period, cut_off, rate_percent, floor_fen, cap_fen,
                               valid_from, valid_until
                          FROM payout_instruction WHERE client_id = :client AND id = ANY (:ids)
                        """)
                .bind("client", clientId)
                .bindArray("ids", String.class, ids.toArray())
                .map((row, context) -> read(row))
                .forEach(each -> found.put(each.id(), each));
        return found;
    }

    private static Instruction read(ResultSet row) throws SQLException {
        return new Instruction(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("worker_id"),
                row.getString("mandate_id"),
                YearMonth.parse(row.getString("period")),
                row.getObject("cut_off", LocalDate.class),
                row.getInt("rate_percent"),
                row.getLong("floor_fen"),
                row.getLong("cap_fen"),
                row.getTimestamp("valid_from").toInstant(),
                row.getTimestamp("valid_until").toInstant());
    }
}
