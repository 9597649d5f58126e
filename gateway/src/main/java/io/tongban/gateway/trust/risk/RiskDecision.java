package io.tongban.gateway.trust.risk;

import java.util.List;

/**
 * What the rules say of an effect together.
 *
 * @param rule id of the rule that said so, the first of the strictest; empty where all allow
 * @param shadows ids of the rules that would have said something
 */
record RiskDecision(RiskVerdict verdict, String rule, List<String> shadows) {}
