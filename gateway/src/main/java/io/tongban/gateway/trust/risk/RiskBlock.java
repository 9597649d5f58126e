package io.tongban.gateway.trust.risk;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;

/**
 * Why an effect did not happen: an answer like any other, and no failure. Its transaction is rolled back, so its case is
 * opened after that.
 */
public final class RiskBlock extends ProblemException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // stays in this process
    private final transient RiskCase opened;

    @SuppressWarnings("serial") // stays in this process
    private final transient Map<String, Object> decision;

    /** @param decision as it stands in the audit log */
    RiskBlock(RiskCase opened, Map<String, Object> decision) {
        super(
                opened.state() == RiskCase.State.HELD ? ProblemType.RISK_HELD : ProblemType.RISK_REFUSED,
                "Rule " + opened.rule());
        this.opened = opened;
        this.decision = Map.copyOf(decision);
    }

    RiskCase opened() {
        return opened;
    }

    /** All that the rules were asked with and said, so that they can be asked again. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "operation", opened.operation(),
                "reference", opened.reference(),
                "worker", opened.workerId(),
                "mandate", opened.mandateId(),
                "fen", opened.amountFen(),
                "operator", opened.operator(),
                "point", opened.point()));
        facts.put("risk", decision);
        return facts;
    }
}
