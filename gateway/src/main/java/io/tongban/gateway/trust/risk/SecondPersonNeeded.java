package io.tongban.gateway.trust.risk;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;

/**
 * A rule asks for a second person and none has signed: an answer like any other, and no failure. The effect's transaction is
 * rolled back; what its maker signed may be kept after that.
 */
public final class SecondPersonNeeded extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    @SuppressWarnings("serial") // stays in this process
    private final transient RiskFacts facts;

    @SuppressWarnings("serial") // stays in this process
    private final transient Map<String, Object> decision;

    /** @param decision as it stands in the audit log */
    SecondPersonNeeded(String rule, RiskFacts facts, Map<String, Object> decision) {
        super(ProblemType.SECOND_PERSON_REQUIRED, "Rule " + rule);
        this.rule = rule;
        this.facts = facts;
        this.decision = Map.copyOf(decision);
    }

    /** Id of the rule. */
    public String rule() {
        return rule;
    }

    public RiskFacts facts() {
        return facts;
    }

    /** All that the rules were asked with and said, so that they can be asked again. */
    public Map<String, Object> told() {
        Map<String, Object> told = new HashMap<>(facts.told());
        told.put("risk", decision);
        return told;
    }
}
