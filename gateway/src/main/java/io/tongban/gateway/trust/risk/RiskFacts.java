package io.tongban.gateway.trust.risk;

import java.time.ZonedDateTime;
import java.util.Map;

/**
 * What is known of an effect at a counter. Ids and the bank's own names alone: it stands in the audit log.
 *
 * @param operation id of the operation
 * @param reference the bank's own name of what it asks for
 * @param amountFen whole fen; 0 where no money moves
 * @param at in Asia/Shanghai
 */
public record RiskFacts(
        String operation,
        String clientId,
        String reference,
        String operator,
        String point,
        String workerId,
        String mandateId,
        long amountFen,
        ZonedDateTime at) {
    /** As it stands in the audit log; the time is said with the decision. */
    Map<String, Object> told() {
        return Map.of(
                "operation", operation,
                "reference", reference,
                "worker", workerId,
                "mandate", mandateId,
                "fen", amountFen,
                "operator", operator,
                "point", point);
    }
}
