package io.tongban.gateway.contribution.payout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Tables payout and contribution_part: writing. Payouts of a report, their parts and their months are three sets. */
@ApplicationScoped
class PayoutStore {
    private final ObjectMapper json;

    @Inject
    PayoutStore(ObjectMapper json) {
        this.json = json;
    }

    /** @param pointer where the request has its references */
    void insert(Inserts rows, List<PayoutRecord> payouts, Collection<Month> months, String pointer) {
        rows.refuse(
                        "payout_reference_unique",
                        () -> new ProblemException(ProblemType.PAYOUT_ALREADY_REPORTED, null, pointer))
                .add(
                        """
                        INSERT INTO payout (id, client_id, partner_reference, worker_id, mandate_id, paid_on,
                                            earned_fen, reported_at)
                        SELECT id, client, reference, worker, mandate, paid_on, earned, reported_at
                          FROM jsonb_to_recordset(:newPayouts::jsonb) AS p(id text, client text, reference text,
                               worker text, mandate text, paid_on date, earned bigint, reported_at timestamptz)
                         WHERE EXISTS (SELECT 1 FROM before)""",
                        Map.of(
                                "newPayouts",
                                json(payouts.stream().map(PayoutStore::row).toList())))
                .add(
                        """
                        INSERT INTO contribution_part (payout_id, insurance, month_id, client_id, mandate_id, period,
                               cut_off, amount_fen, own_fen, share_fen, rule, source, provisional, state)
                        SELECT payout, insurance, month, client, mandate, period, cut_off, amount, own, share, rule,
                               source, provisional, 'HELD'
                          FROM jsonb_to_recordset(:newParts::jsonb) AS p(payout text, insurance text, month text,
                               client text, mandate text, period text, cut_off date, amount bigint, own bigint,
                               share bigint, rule text, source text, provisional boolean)
                         WHERE EXISTS (SELECT 1 FROM before)""",
                        Map.of(
                                "newParts",
                                json(payouts.stream()
                                        .flatMap(PayoutStore::parts)
                                        .toList())))
                .add(
                        """
                        UPDATE contribution_month m
                           SET held_fen = x.held, changed_at = x.at,
                               held_by = m.held_by || jsonb_build_object(x.client, x.own)
                          FROM jsonb_to_recordset(:heldMonths::jsonb) AS x(id text, client text, held bigint,
                               own bigint, at timestamptz)
                         WHERE m.id = x.id AND EXISTS (SELECT 1 FROM before)""",
                        Map.of(
                                "heldMonths",
                                json(months.stream()
                                        .map(month -> row(month, payouts.get(0)))
                                        .toList())));
    }

    private static Map<String, Object> row(PayoutRecord payout) {
        return Map.of(
                "id", payout.id(),
                "client", payout.clientId(),
                "reference", payout.reference(),
                "worker", payout.workerId(),
                "mandate", payout.mandateId(),
                "paid_on", payout.paidOn().toString(),
                "earned", payout.earnedFen(),
                "reported_at", payout.reportedAt().toString());
    }

    private static Stream<Map<String, Object>> parts(PayoutRecord payout) {
        return payout.parts().stream()
                .map(part -> Map.ofEntries(
                        Map.entry("payout", payout.id()),
                        Map.entry("insurance", part.insurance().value()),
                        Map.entry("month", part.monthId()),
                        Map.entry("client", payout.clientId()),
                        Map.entry("mandate", payout.mandateId()),
                        Map.entry("period", part.period().toString()),
                        Map.entry("cut_off", part.cutOff().toString()),
                        Map.entry("amount", part.amountFen()),
                        Map.entry("own", part.ownFen()),
                        Map.entry("share", part.shareFen()),
                        Map.entry("rule", part.rule()),
                        Map.entry("source", part.source()),
                        Map.entry("provisional", part.provisional())));
    }

    private static Map<String, Object> row(Month month, PayoutRecord payout) {
        return Map.of(
                "id", month.id(),
                "client", payout.clientId(),
                "held", month.heldFen(),
                "own", month.ownFen(),
                "at", payout.reportedAt().toString());
    }

    private String json(List<Map<String, Object>> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can be written", e);
        }
    }

    /** Those of the references that count already. */
    static List<String> reported(Handle handle, String clientId, List<String> references) {
        return handle.createQuery("""
                        SELECT partner_reference FROM payout
                        WHERE client_id = :client AND partner_reference IN (<references>)
                        """)
                .bind("client", clientId)
                .bindList("references", references)
                .mapTo(String.class)
                .list();
    }
}
