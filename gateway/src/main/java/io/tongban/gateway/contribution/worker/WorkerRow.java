package io.tongban.gateway.contribution.worker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A worker as it is stored; the personal values are ciphertext, the citizen number comes from the person. */
@SuppressWarnings("ArrayRecordComponent") // never compared; held between the store and the service only
record WorkerRow(
        KnownWorker worker,
        String reference,
        byte[] citizenNumber,
        byte[] name,
        byte[] mobile,
        @Nullable String sector,
        Instant createdAt,
        long revision) {
    /** As the table gives it. */
    static final long FIRST_REVISION = 1;

    static WorkerRow of(ResultSet row, StatementContext ignored) throws SQLException {
        return new WorkerRow(
                new KnownWorker(row.getString("id"), row.getString("client_id"), row.getString("person_id")),
                row.getString("partner_reference"),
                row.getBytes("citizen_number"),
                row.getBytes("name"),
                row.getBytes("mobile"),
                row.getString("sector"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("revision"));
    }

    /** The same of that worker. */
    WorkerRow of(KnownWorker other) {
        return new WorkerRow(other, reference, citizenNumber, name, mobile, sector, createdAt, revision);
    }

    @Override
    public String toString() {
        return "WorkerRow[" + worker.id() + "]";
    }
}
