package io.tongban.gateway.trust.risk;

import java.util.List;

/**
 * What the rules say of an effect together.
 *
 * @param verdict ALLOW, HOLD or REFUSE
 * @param rule id of the rule that said so, the first of the strictest; empty where all allow
 * @param secondPerson id of the first rule that asks for one, whatever the others say; empty where none does
 * @param shadows ids of the rules that would have said something
 */
record RiskDecision(RiskVerdict verdict, String rule, String secondPerson, List<String> shadows) {}
