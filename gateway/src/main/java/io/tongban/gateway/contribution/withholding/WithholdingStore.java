package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table withholding: writing and finding. */
final class WithholdingStore {
    private WithholdingStore() {}

    /**
     * Stores what is accepted. The indexes decide whether it is the first of its kind, with reference-used or
     * period-already-withheld; a competitor's commit is waited for.
     */
    static void insert(Inserts rows, WithholdingRecord withholding) {
        rows.refuse(
                        "withholding_reference_unique",
                        () -> new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference"))
                .refuse(
                        "withholding_period_unique",
                        () -> new ProblemException(ProblemType.PERIOD_ALREADY_WITHHELD, null, "/period"))
                .add("""
                        INSERT INTO withholding (id, client_id, payer, partner_reference, person_id, worker_id,
                                                 mandate_id, enrolment_id, province, insurance, period, base_fen,
                                                 amount_fen, serial, state, accepted_at)
                        SELECT :id, :client, :payer, :reference, :person, :worker,
                               :mandate, :enrolment, :province, :insurance, :period, :base,
                               :amount, :serial, :state, :acceptedAt::timestamptz FROM before""", row(withholding));
    }

    /** @return false if another one of the person, insurance and month stands */
    static boolean insertIfFree(Handle handle, WithholdingRecord withholding) {
        return handle.createUpdate("""
                        INSERT INTO withholding (id, client_id, payer, partner_reference, person_id, worker_id,
                                                 mandate_id, enrolment_id, province, insurance, period, base_fen,
                                                 amount_fen, serial, state, accepted_at)
                        VALUES (:id, :client, :payer, :reference, :person, :worker, :mandate, :enrolment, :province,
                                :insurance, :period, :base, :amount, :serial, :state, :acceptedAt)
                        ON CONFLICT (person_id, insurance, period) WHERE state NOT IN ('REFUSED', 'REVERSED') DO NOTHING
                        """).bindMap(row(withholding)).execute() == 1;
    }

    static boolean stands(Handle handle, String personId, InsuranceKind insurance, YearMonth period) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM withholding
                         WHERE person_id = :person AND insurance = :insurance AND period = :period
                           AND state NOT IN ('REFUSED', 'REVERSED'))
                        """)
                .bind("person", personId)
                .bind("insurance", insurance.value())
                .bind("period", period.toString())
                .mapTo(Boolean.class)
                .one();
    }

    private static Map<String, Object> row(WithholdingRecord withholding) {
        return Map.ofEntries(
                Map.entry("id", withholding.id()),
                Map.entry("client", withholding.clientId()),
                Map.entry("payer", withholding.payer()),
                Map.entry("reference", withholding.reference()),
                Map.entry("person", withholding.personId()),
                Map.entry("worker", withholding.workerId()),
                Map.entry("mandate", withholding.mandateId()),
                Map.entry("enrolment", withholding.enrolmentId()),
                Map.entry("province", withholding.province().value()),
                Map.entry("insurance", withholding.insurance().value()),
                Map.entry("period", withholding.period().toString()),
                Map.entry("base", withholding.baseFen()),
                Map.entry("amount", withholding.amountFen()),
                Map.entry("serial", withholding.serial()),
                Map.entry("state", withholding.state().name()),
                Map.entry("acceptedAt", withholding.acceptedAt()));
    }

    static boolean isReferenceUsed(Handle handle, String clientId, String reference) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM withholding
                                        WHERE client_id = :client AND partner_reference = :reference)
                        """)
                .bind("client", clientId)
                .bind("reference", reference)
                .mapTo(Boolean.class)
                .one();
    }

    static Optional<String> bySerial(Handle handle, ProvinceCode province, String serial) {
        return handle.createQuery("SELECT id FROM withholding WHERE serial = :serial AND province = :province")
                .bind("serial", serial)
                .bind("province", province.value())
                .mapTo(String.class)
                .findOne();
    }

    /** Locked until the transaction ends. */
    static WithholdingRecord hold(Handle handle, String id) {
        return handle.createQuery("SELECT " + WithholdingRow.COLUMNS + "FROM withholding WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(WithholdingRow::read)
                .one();
    }

    static Optional<WithholdingRecord> find(Handle handle, String id) {
        return handle.createQuery("SELECT " + WithholdingRow.COLUMNS + "FROM withholding WHERE id = :id")
                .bind("id", id)
                .map(WithholdingRow::read)
                .findOne();
    }

    /** Those of them that have no outcome yet and wait for no person. */
    static List<WithholdingRecord> open(Handle handle, List<String> ids) {
        return handle.createQuery("SELECT " + WithholdingRow.COLUMNS
                        + "FROM withholding WHERE id = ANY (:ids) AND state IN ('ACCEPTED', 'IN_PROCESS')")
                .bindArray("ids", String.class, ids.toArray())
                .map(WithholdingRow::read)
                .list();
    }
}
