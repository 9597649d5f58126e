package io.tongban.gateway.contribution.change;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.change.ChangeRecord.Correction;
import io.tongban.gateway.platform.config.Violations;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Table insurance_change. Each statement that leads to a state names those that it leads from. */
final class ChangeStore {
    private static final String OPEN = " AND state IN ('ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW') RETURNING ";

    private ChangeStore() {}

    /** @throws ProblemException reference-used */
    static void insert(Handle handle, Order.Origin origin, ChangeRecord change) {
        ChangeRecord.OfInsurance of = change.of();
        Correction right = change.right();
        try {
            handle.createUpdate("""
                            INSERT INTO insurance_change (id, client_id, origin, partner_reference, position, person_id,
                                                          worker_id, enrolment_id, province, change, insurance, from_month, base_fen,
                                                          name, mobile, consent_reference, serial, state, accepted_at)
                            VALUES (:id, :client, :origin, :reference, :position, :person, :worker, :enrolment, :province,
                                    :change, :insurance, :from, :base, :name, :mobile, :consent, :serial, :state, :now)
                            """)
                    .bind("id", change.id())
                    .bind("client", change.clientId())
                    .bind("origin", origin.name())
                    .bind("reference", change.reference())
                    .bind("position", change.position())
                    .bind("person", change.personId())
                    .bind("worker", change.workerId())
                    .bind("enrolment", change.enrolmentId())
                    .bind("province", change.province().value())
                    .bind("change", change.word())
                    .bind("insurance", of == null ? null : of.insurance().value())
                    .bind("from", of == null ? null : of.from().toString())
                    .bind("base", of == null || of.baseFen() == 0 ? null : of.baseFen())
                    .bind("name", right == null ? null : right.name())
                    .bind("mobile", right == null ? null : right.mobile())
                    .bind("consent", change.consentReference())
                    .bind("serial", change.serial())
                    .bind("state", change.state().name())
                    .bind("now", change.acceptedAt())
                    .execute();
        } catch (UnableToExecuteStatementException e) {
            throw Violations.uniqueConstraint(e).orElse("").equals("insurance_change_reference_unique")
                    ? new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference")
                    : e;
        }
    }

    static boolean isReferenceUsed(Handle handle, String clientId, String reference) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM insurance_change
                                        WHERE client_id = :client AND origin = 'ORDER' AND partner_reference = :reference
                                          AND position = 0)
                        """)
                .bind("client", clientId)
                .bind("reference", reference)
                .mapTo(Boolean.class)
                .one();
    }

    static Optional<ChangeRecord> find(Handle handle, String id) {
        return byId(handle, id, "").findOne();
    }

    /** Locked until the transaction ends. */
    static ChangeRecord hold(Handle handle, String id) {
        return byId(handle, id, " FOR UPDATE").one();
    }

    private static ResultIterable<ChangeRecord> byId(Handle handle, String id, String locking) {
        return handle.createQuery("SELECT " + ChangeRow.COLUMNS + "FROM insurance_change WHERE id = :id" + locking)
                .bind("id", id)
                .map(ChangeRow::read);
    }

    static Optional<String> bySerial(Handle handle, ProvinceCode province, String serial) {
        return handle.createQuery("SELECT id FROM insurance_change WHERE serial = :serial AND province = :province")
                .bind("serial", serial)
                .bind("province", province.value())
                .mapTo(String.class)
                .findOne();
    }

    /** Newest first. */
    static List<ChangeRecord> ofWorker(Handle handle, String workerId, int most) {
        return handle.createQuery("SELECT " + ChangeRow.COLUMNS + """
                        FROM insurance_change WHERE worker_id = :worker ORDER BY id DESC LIMIT :most
                        """)
                .bind("worker", workerId)
                .bind("most", most)
                .map(ChangeRow::read)
                .list();
    }

    static void sending(Handle handle, String id) {
        handle.createUpdate("""
                        UPDATE insurance_change SET revision = revision + 1, state = 'IN_PROCESS'
                        WHERE id = :id AND state = 'ACCEPTED'
                        """).bind("id", id).execute();
    }

    /** @return the change that is confirmed now; empty if it was settled before */
    static Optional<ChangeRecord> confirm(Handle handle, String id, String receipt, Instant now) {
        return changed(handle.createQuery("""
                        UPDATE insurance_change SET revision = revision + 1, state = 'CONFIRMED', province_receipt = :receipt,
                               settled_at = :now WHERE id = :id""" + OPEN + ChangeRow.COLUMNS)
                .bind("id", id)
                .bind("receipt", receipt)
                .bind("now", now));
    }

    /** @return the change that is refused now; empty if it was settled before */
    static Optional<ChangeRecord> refuse(Handle handle, String id, ProblemType refusal, Instant now) {
        return changed(handle.createQuery("""
                        UPDATE insurance_change SET revision = revision + 1, state = 'REFUSED', refusal = :refusal,
                               settled_at = :now WHERE id = :id""" + OPEN + ChangeRow.COLUMNS)
                .bind("id", id)
                .bind("refusal", refusal.code())
                .bind("now", now));
    }

    /** @return the change that waits for a person now; empty if it did before, or is settled */
    static Optional<ChangeRecord> awaitReview(Handle handle, String id) {
        return changed(handle.createQuery("""
                        UPDATE insurance_change SET revision = revision + 1, state = 'AWAITING_REVIEW'
                        WHERE id = :id AND state IN ('ACCEPTED', 'IN_PROCESS') RETURNING
                        """ + ChangeRow.COLUMNS).bind("id", id));
    }

    /** @return the change that is on its way again; empty unless it waited for a person */
    static Optional<ChangeRecord> sendAgain(Handle handle, String id, boolean sentBefore) {
        return changed(handle.createQuery("""
                        UPDATE insurance_change SET revision = revision + 1, state = :state
                        WHERE id = :id AND state = 'AWAITING_REVIEW' RETURNING
                        """ + ChangeRow.COLUMNS)
                .bind("id", id)
                .bind("state", sentBefore ? "IN_PROCESS" : "ACCEPTED"));
    }

    /**
     * What later corrections that are confirmed have left of one, for all that are of the person at its province; both may
     * be gone.
     */
    static Correction leftOfPerson(Handle handle, ChangeRecord change, Correction right) {
        return left(handle, change, right, "province = :province");
    }

    /** The same, for the partner's own worker. */
    static Correction leftOfWorker(Handle handle, ChangeRecord change, Correction right) {
        return left(handle, change, right, "worker_id = :worker");
    }

    private static Correction left(Handle handle, ChangeRecord change, Correction right, String of) {
        return handle.createQuery("""
                        SELECT coalesce(bool_or(name IS NOT NULL), false) AS name,
                               coalesce(bool_or(mobile IS NOT NULL), false) AS mobile
                          FROM insurance_change
                         WHERE person_id = :person AND <of> AND change = 'CORRECT' AND state = 'CONFIRMED'
                           AND number > (SELECT number FROM insurance_change WHERE id = :id)
                        """.replace("<of>", of))
                .bind("person", change.personId())
                .bindMap(Map.of("province", change.province().value(), "worker", change.workerId()))
                .bind("id", change.id())
                .map((row, context) -> new Correction(
                        row.getBoolean("name") ? null : right.name(), row.getBoolean("mobile") ? null : right.mobile()))
                .one();
    }

    private static Optional<ChangeRecord> changed(Query query) {
        return query.map(ChangeRow::read).findOne();
    }
}
