package io.tongban.gateway.contribution.worker;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Violations;
import io.tongban.gateway.platform.problem.ProblemException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Tables person and worker. */
final class WorkerStore {
    private static final String SELECT = """
            SELECT w.id, w.client_id, w.person_id, w.partner_reference, w.name, w.mobile, w.sector, w.created_at, w.revision,
                   p.citizen_number
            FROM worker w JOIN person p ON p.id = w.person_id
            """;

    private WorkerStore() {}

    /** @return false if the partner has this person as a worker already; a competitor's commit is waited for */
    static boolean insert(Handle handle, WorkerRow row) {
        try {
            return handle.createUpdate("""
                            INSERT INTO worker (id, client_id, person_id, partner_reference, name, mobile, sector,
                                                created_at)
                            VALUES (:id, :client, :person, :reference, :name, :mobile, :sector, :now)
                            ON CONFLICT ON CONSTRAINT worker_person_unique DO NOTHING
                            """)
                            .bind("id", row.worker().id())
                            .bind("client", row.worker().clientId())
                            .bind("person", row.worker().personId())
                            .bind("reference", row.reference())
                            .bind("name", row.name())
                            .bind("mobile", row.mobile())
                            .bind("sector", row.sector())
                            .bind("now", row.createdAt())
                            .execute()
                    == 1;
        } catch (UnableToExecuteStatementException e) {
            throw violation(e);
        }
    }

    /** Writes what the partner said last of this worker. */
    static void update(Handle handle, WorkerRow row) {
        try {
            handle.createUpdate("""
                            UPDATE worker SET revision = revision + 1, person_id = :person,
                                              partner_reference = :reference, name = :name, mobile = :mobile, sector = :sector
                            WHERE id = :id
                            """)
                    .bind("id", row.worker().id())
                    .bind("person", row.worker().personId())
                    .bind("reference", row.reference())
                    .bind("name", row.name())
                    .bind("mobile", row.mobile())
                    .bind("sector", row.sector())
                    .execute();
        } catch (UnableToExecuteStatementException e) {
            throw violation(e);
        }
    }

    static void correct(Handle handle, String id, byte @Nullable [] name, byte @Nullable [] mobile) {
        handle.createUpdate("""
                        UPDATE worker SET revision = revision + 1, name = coalesce(:name, name),
                                          mobile = coalesce(:mobile, mobile)
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("name", name)
                .bind("mobile", mobile)
                .execute();
    }

    private static RuntimeException violation(UnableToExecuteStatementException e) {
        return switch (Violations.uniqueConstraint(e).orElse("")) {
            case "worker_reference_unique" ->
                new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
            case "worker_person_unique" ->
                new ProblemException(
                        ProblemType.WORKER_EXISTS,
                        "The worker is registered under another reference of yours",
                        "/partnerReference");
            default -> e;
        };
    }

    /** The partner's worker of this reference, locked. */
    static Optional<WorkerRow> lockByReference(Handle handle, String clientId, String reference) {
        return handle.createQuery(
                        SELECT + "WHERE w.client_id = :client AND w.partner_reference = :reference FOR UPDATE OF w")
                .bind("client", clientId)
                .bind("reference", reference)
                .map(WorkerRow::of)
                .findOne();
    }

    /** The partner's worker for this person, locked. */
    static WorkerRow lock(Handle handle, String clientId, String personId) {
        return handle.createQuery(SELECT + "WHERE w.client_id = :client AND w.person_id = :person FOR UPDATE OF w")
                .bind("client", clientId)
                .bind("person", personId)
                .map(WorkerRow::of)
                .one();
    }

    static Optional<WorkerRow> find(Handle handle, String id) {
        return handle.createQuery(SELECT + "WHERE w.id = :id")
                .bind("id", id)
                .map(WorkerRow::of)
                .findOne();
    }

    static Optional<WorkerRow> findByCitizenNumber(Handle handle, String clientId, byte[] citizenNumberKey) {
        return handle.createQuery(SELECT + "WHERE p.citizen_number_key = :key AND w.client_id = :client")
                .bind("key", citizenNumberKey)
                .bind("client", clientId)
                .map(WorkerRow::of)
                .findOne();
    }
}
