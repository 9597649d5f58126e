package io.tongban.gateway.contribution.payout.subsidy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Violations;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Table subsidy_claim. */
final class SubsidyStore {
    private static final String COLUMNS = """
            id, client_id, partner_reference, person_id, worker_id, insurance, period, province, proved_by, confirmed_at,
            work_place, floor_base_fen, months_reached, amount_fen, rule, source, mark, provisional, consent_reference,
            claimed_at
            """;

    private SubsidyStore() {}

    /** @throws ProblemException reference-used or subsidy-already-claimed */
    static void insert(Handle handle, SubsidyRecord claim) {
        Proof proof = claim.proof();
        try {
            handle.createUpdate("""
                            INSERT INTO subsidy_claim (id, client_id, partner_reference, person_id, worker_id, insurance,
                                   period, province, proved_by, confirmed_at, work_place, floor_base_fen, months_reached,
                                   amount_fen, rule, source, mark, provisional, consent_reference, claimed_at)
                            VALUES (:id, :client, :reference, :person, :worker, :insurance, :period, :province, :provedBy,
                                    :confirmedAt, :workPlace, :floor, :reached, :amount, :rule, :source, :mark,
                                    :provisional, :consent, :now)
                            """)
                    .bind("id", claim.id())
                    .bind("client", claim.clientId())
                    .bind("reference", claim.reference())
                    .bind("person", claim.personId())
                    .bind("worker", proof.workerId())
                    .bind("insurance", proof.insurance().value())
                    .bind("period", proof.period().toString())
                    .bind("province", proof.province().value())
                    .bind("provedBy", proof.byProvince() ? "PROVINCE" : "GATEWAY")
                    .bind("confirmedAt", proof.confirmedAt())
                    .bind("workPlace", claim.workPlace())
                    .bind("floor", claim.floorBaseFen())
                    .bind("reached", claim.monthsReached())
                    .bind("amount", claim.amountFen())
                    .bind("rule", claim.rule())
                    .bind("source", claim.source())
                    .bind("mark", claim.mark())
                    .bind("provisional", claim.provisional())
                    .bind("consent", claim.consentReference())
                    .bind("now", claim.claimedAt())
                    .execute();
        } catch (UnableToExecuteStatementException e) {
            throw switch (Violations.uniqueConstraint(e).orElse("")) {
                case "subsidy_claim_reference_unique" ->
                    new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
                case "subsidy_claim_month_unique" ->
                    new ProblemException(ProblemType.SUBSIDY_ALREADY_CLAIMED, null, "/period");
                default -> e;
            };
        }
    }

    static boolean isReferenceUsed(Handle handle, String clientId, String reference) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM subsidy_claim
                                        WHERE client_id = :client AND partner_reference = :reference)
                        """)
                .bind("client", clientId)
                .bind("reference", reference)
                .mapTo(Boolean.class)
                .one();
    }

    /** Newest first. */
    static List<SubsidyRecord> ofWorker(Handle handle, String workerId, int most) {
        return handle.createQuery("SELECT " + COLUMNS + """
                        FROM subsidy_claim WHERE worker_id = :worker ORDER BY id DESC LIMIT :most
                        """)
                .bind("worker", workerId)
                .bind("most", most)
                .map(SubsidyStore::read)
                .list();
    }

    private static SubsidyRecord read(ResultSet row, StatementContext ignored) throws SQLException {
        return new SubsidyRecord(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("partner_reference"),
                row.getString("person_id"),
                new Proof(
                        row.getString("worker_id"),
                        new InsuranceKind(row.getString("insurance")),
                        YearMonth.parse(row.getString("period")),
                        new ProvinceCode(row.getString("province")),
                        row.getString("proved_by").equals("PROVINCE"),
                        row.getTimestamp("confirmed_at").toInstant()),
                row.getString("work_place"),
                row.getLong("floor_base_fen"),
                row.getInt("months_reached"),
                row.getLong("amount_fen"),
                row.getString("rule"),
                row.getString("source"),
                row.getString("mark"),
                row.getBoolean("provisional"),
                row.getString("consent_reference"),
                row.getTimestamp("claimed_at").toInstant());
    }
}
