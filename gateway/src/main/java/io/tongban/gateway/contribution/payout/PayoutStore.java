package io.tongban.gateway.contribution.payout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Tables payout and contribution_part: writing. Payouts of a report, their parts, months and returns are sets. */
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
                                            earned_fen, origin, reported_at, left_out, instruction_id, kept_fen)
                        SELECT id, client, reference, worker, mandate, paid_on, earned, origin, reported_at, left_out,
                               instruction, kept
                          FROM jsonb_to_recordset(:newPayouts::jsonb) AS p(id text, client text, reference text,
                               worker text, mandate text, paid_on date, earned bigint, origin text,
                               reported_at timestamptz, left_out text, instruction text, kept bigint)
                         WHERE EXISTS (SELECT 1 FROM before)""",
                        Map.of(
                                "newPayouts",
                                json(payouts.stream().map(PayoutStore::row).toList())));
        // Of nothing no row comes, and after none no other does.
        if (!months.isEmpty()) {
            insertParts(rows, payouts, months);
        }
        List<Map<String, Object>> returns =
                payouts.stream().flatMap(PayoutStore::returns).toList();
        if (!returns.isEmpty()) {
            rows.add("""
                    INSERT INTO contribution_return (id, payout_id, amount_fen, reason, returned_at)
                    SELECT id, payout, amount, reason, at
                      FROM jsonb_to_recordset(:newReturns::jsonb) AS r(id text, payout text, amount bigint, reason text,
                           at timestamptz)
                     WHERE EXISTS (SELECT 1 FROM before)""", Map.of("newReturns", json(returns)));
        }
    }

    private void insertParts(Inserts rows, List<PayoutRecord> payouts, Collection<Month> months) {
        rows.add(
                        """
                        INSERT INTO contribution_part (payout_id, insurance, month_id, client_id, mandate_id, period,
                               cut_off, amount_fen, own_fen, share_fen, rule, source, provisional, state, booked_state)
                        SELECT payout, insurance, month, client, mandate, period, cut_off, amount, own, share, rule,
                               source, provisional, 'HELD', booked
                          FROM jsonb_to_recordset(:newParts::jsonb) AS p(payout text, insurance text, month text,
                               client text, mandate text, period text, cut_off date, amount bigint, own bigint,
                               share bigint, rule text, source text, provisional boolean, booked text)
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
        Map<String, Object> row = new HashMap<>(Map.of(
                "id", payout.id(),
                "client", payout.clientId(),
                "reference", payout.reference(),
                "worker", payout.workerId(),
                "mandate", payout.mandateId(),
                "paid_on", payout.paidOn().toString(),
                "earned", payout.earnedFen(),
                "origin", payout.origin().name(),
                "reported_at", payout.reportedAt().toString(),
                "left_out", PayoutRecord.LeftOut.written(payout.leftOut())));
        PayoutRequest.Kept kept = payout.kept();
        if (kept != null) {
            row.put("instruction", kept.instructionId());
            row.put("kept", kept.heldFen());
        }
        return row;
    }

    private static Stream<Map<String, Object>> returns(PayoutRecord payout) {
        return payout.returns().stream()
                .map(each -> Map.of(
                        "id", Ids.next("prt_"),
                        "payout", payout.id(),
                        "amount", each.amountFen(),
                        "reason", each.reason().code(),
                        "at", each.at().toString()));
    }

    private static Stream<Map<String, Object>> parts(PayoutRecord payout) {
        return payout.parts().stream().map(part -> {
            Map<String, Object> row = row(payout, part);
            if (payout.origin() == PayoutRequest.Origin.COUNTER) {
                // From here on the books of the counter follow what becomes of it.
                row.put("booked", Part.State.HELD.name());
            }
            return row;
        });
    }

    private static Map<String, Object> row(PayoutRecord payout, Part part) {
        return new HashMap<>(Map.ofEntries(
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
