package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Violations;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.ProvinceCode;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Table withholding: writing and finding. */
final class WithholdingStore {
    private WithholdingStore() {}

    /**
     * Stores what is accepted. The indexes decide whether it is the first of its kind; a competitor's commit is waited
     * for.
     *
     * @throws ProblemException reference-used or period-already-withheld
     */
    static void insert(Handle handle, WithholdingRecord withholding) {
        try {
            handle.createUpdate("""
                            INSERT INTO withholding (id, client_id, payer, partner_reference, person_id, worker_id,
                                                     mandate_id, enrolment_id, province, insurance, period, base_fen,
                                                     amount_fen, serial, state, accepted_at)
                            VALUES (:id, :client, :payer, :reference, :person, :worker,
                                    :mandate, :enrolment, :province, :insurance, :period, :base,
                                    :amount, :serial, :state, :acceptedAt)
                            """)
                    .bind("id", withholding.id())
                    .bind("client", withholding.clientId())
                    .bind("payer", withholding.payer())
                    .bind("reference", withholding.reference())
                    .bind("person", withholding.personId())
                    .bind("worker", withholding.workerId())
                    .bind("mandate", withholding.mandateId())
                    .bind("enrolment", withholding.enrolmentId())
                    .bind("province", withholding.province().value())
                    .bind("insurance", withholding.insurance().value())
                    .bind("period", withholding.period().toString())
                    .bind("base", withholding.baseFen())
                    .bind("amount", withholding.amountFen())
                    .bind("serial", withholding.serial())
                    .bind("state", withholding.state().name())
                    .bind("acceptedAt", withholding.acceptedAt())
                    .execute();
        } catch (UnableToExecuteStatementException e) {
            throw switch (Violations.uniqueConstraint(e).orElse("")) {
                case "withholding_reference_unique" ->
                    new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
                case "withholding_period_unique" ->
                    new ProblemException(ProblemType.PERIOD_ALREADY_WITHHELD, null, "/period");
                default -> e;
            };
        }
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
}
