package io.tongban.gateway.contribution.mandate;

import static java.util.stream.Collectors.joining;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.InsuranceHistories;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.platform.config.Violations;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Table mandate. */
final class MandateStore {
    private MandateStore() {}

    static RecordedMandate insert(Handle handle, String id, String clientId, Grant grant, Instant now) {
        PayoutTerms terms = grant.payouts();
        try {
            return handle.createQuery("""
                            INSERT INTO mandate (id, client_id, worker_id, partner_reference, province, insurances, cap_fen,
                                                 valid_from, valid_to, signed_at, agreement_reference, created_at,
                                                 payout_base_fen, payout_share_percent, payout_most_percent, payout_makes_up,
                                                 payout_floor_fen, payout_limit_fen)
                            VALUES (:id, :client, :worker, :reference, :province, string_to_array(:insurances, ','), :cap,
                                    :from, :to, :signedAt, :agreement, :now, :base, :share, :most, :makesUp, :floor,
                                    :limit)
                            RETURNING
                            """ + MandateRow.COLUMNS)
                    .bind("id", id)
                    .bind("client", clientId)
                    .bind("worker", grant.workerId())
                    .bind("reference", grant.reference())
                    .bind("province", grant.province().value())
                    .bind(
                            "insurances",
                            grant.insurances().stream()
                                    .map(InsuranceKind::value)
                                    .collect(joining(",")))
                    .bind("cap", grant.capFen())
                    .bind("from", grant.validFrom().toString())
                    .bind("to", grant.validTo() == null ? null : grant.validTo().toString())
                    .bind("signedAt", grant.signedAt())
                    .bind("agreement", grant.agreementReference())
                    .bind("now", now)
                    .bind("base", terms == null ? null : terms.baseFen())
                    .bind("share", terms == null ? null : terms.sharePercent())
                    .bind("most", terms == null ? null : terms.payoutPercent())
                    .bind("makesUp", terms != null && terms.makesUp())
                    .bind("floor", terms == null ? 0 : terms.floorFen())
                    .bind("limit", terms == null ? null : terms.limitFen())
                    .map(MandateRow::read)
                    .one();
        } catch (UnableToExecuteStatementException e) {
            throw switch (Violations.uniqueConstraint(e).orElse("")) {
                case "mandate_reference_unique" ->
                    new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
                default -> e;
            };
        }
    }

    static boolean isReferenceUsed(Handle handle, String clientId, String reference) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM mandate
                                        WHERE client_id = :client AND partner_reference = :reference)
                        """)
                .bind("client", clientId)
                .bind("reference", reference)
                .mapTo(Boolean.class)
                .one();
    }

    static Optional<RecordedMandate> find(Handle handle, String clientId, String id) {
        return select(handle, "", clientId, id);
    }

    /** Keeps the mandate from being revoked until this transaction ends; any number may hold it at once. */
    static Optional<RecordedMandate> hold(Handle handle, String clientId, String id) {
        return select(handle, "FOR SHARE", clientId, id);
    }

    /** Empty if any of the three is missing, or does not belong to the others. Holds the mandate as {@link #hold} does. */
    static Optional<Standing> holdStanding(Handle handle, String clientId, String workerId, String mandateId) {
        return handle.createQuery("""
                        SELECT m.id, m.client_id, m.partner_reference, m.worker_id, m.province, m.insurances, m.cap_fen,
                               m.valid_from, m.valid_to, m.signed_at, m.agreement_reference, m.created_at, m.revoked_at,
                               m.revision, m.payout_base_fen, m.payout_share_percent, m.payout_most_percent,
                               m.payout_makes_up, m.payout_floor_fen, m.payout_limit_fen, w.person_id,
                               e.id AS enrolment_id,
                        """ + InsuranceHistories.column("w.person_id", "m.province") + """
                               AS changes, CASE WHEN m.payout_base_fen IS NOT NULL THEN
                        """
                        + WorkerLimits.column("w.person_id") + """
                               END AS limits
                          FROM mandate m
                          JOIN worker w ON w.id = m.worker_id
                         CROSS JOIN LATERAL (
                               SELECT id, state FROM enrolment
                                WHERE worker_id = m.worker_id AND province = m.province
                                ORDER BY created_at DESC, id DESC LIMIT 1) e
                         WHERE m.id = :mandate AND m.client_id = :client AND m.worker_id = :worker
                           AND w.client_id = :client AND e.state = 'ENROLLED'
                           FOR SHARE OF m
                        """)
                .bind("mandate", mandateId)
                .bind("client", clientId)
                .bind("worker", workerId)
                .map((row, context) -> new Standing(
                        new KnownWorker(workerId, clientId, row.getString("person_id")),
                        MandateRow.read(row, context),
                        row.getString("enrolment_id"),
                        InsuranceHistories.read(row.getString("changes")),
                        WorkerLimits.read(row.getString("limits"))))
                .findOne();
    }

    /** The latest first, and no more than anybody has. */
    static List<RecordedMandate> ofWorker(Handle handle, String clientId, String workerId) {
        return handle.createQuery("SELECT " + MandateRow.COLUMNS
                        + "FROM mandate WHERE worker_id = :worker AND client_id = :client"
                        + " ORDER BY created_at DESC LIMIT 20")
                .bind("worker", workerId)
                .bind("client", clientId)
                .map(MandateRow::read)
                .list();
    }

    /** Waits until nobody holds the mandate, and lets nobody hold it until this transaction ends. */
    static Optional<RecordedMandate> lock(Handle handle, String clientId, String id) {
        return select(handle, "FOR UPDATE", clientId, id);
    }

    private static Optional<RecordedMandate> select(Handle handle, String locking, String clientId, String id) {
        return handle.createQuery("SELECT " + MandateRow.COLUMNS
                        + "FROM mandate WHERE id = :id AND client_id = :client " + locking)
                .bind("id", id)
                .bind("client", clientId)
                .map(MandateRow::read)
                .findOne();
    }

    static RecordedMandate revoke(Handle handle, String id, Instant revokedAt, @Nullable String reason, Instant now) {
        return handle.createQuery("""
                        UPDATE mandate
                        SET revision = revision + 1, revoked_at = :revokedAt, revocation_reason = :reason, revocation_noted_at = :now
                        WHERE id = :id RETURNING
                        """ + MandateRow.COLUMNS)
                .bind("id", id)
                .bind("revokedAt", revokedAt)
                .bind("reason", reason)
                .bind("now", now)
                .map(MandateRow::read)
                .one();
    }
}
