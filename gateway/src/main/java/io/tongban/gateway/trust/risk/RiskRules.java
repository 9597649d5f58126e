package io.tongban.gateway.trust.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All rules, evaluated together. Nothing but its arguments goes into it. */
final class RiskRules {
    private final List<RiskRule> rules;

    RiskRules(List<RiskRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** What has to be counted for this effect. */
    Set<RiskCounter> counters(RiskFacts facts) {
        return rules.stream()
                .filter(rule -> rule.isFor(facts))
                .flatMap(rule -> rule.measure().counter(facts).stream())
                .collect(Collectors.toSet());
    }

    RiskDecision decide(RiskFacts facts, Map<RiskCounter, RiskCounter.Count> counts) {
        RiskVerdict verdict = RiskVerdict.ALLOW;
        String by = "";
        String second = "";
        List<String> shadows = new ArrayList<>();
        for (RiskRule rule : rules) {
            if (!rule.isFor(facts) || !rule.measure().strikes(facts, counts)) {
                continue;
            }
            if (rule.isShadow()) {
                shadows.add(rule.id());
            } else if (rule.verdict() == RiskVerdict.SECOND_PERSON) {
                second = second.isEmpty() ? rule.id() : second;
            } else if (rule.verdict().compareTo(verdict) > 0) {
                verdict = rule.verdict();
                by = rule.id();
            }
        }
        return new RiskDecision(verdict, by, second, shadows);
    }
}
