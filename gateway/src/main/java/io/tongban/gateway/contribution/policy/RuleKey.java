package io.tongban.gateway.contribution.policy;

/**
 * What an entry is about.
 *
 * @param insurance with its code system; empty for all
 * @param relation empty for all
 * @param region beginning of the division codes that it holds for; empty for the whole province
 * @param variant one of several side by side, such as a grade; empty where there is one only
 */
public record RuleKey(Rule rule, String insurance, String relation, String region, String variant) {
    RuleKey in(String otherRegion) {
        return otherRegion.equals(region) ? this : new RuleKey(rule, insurance, relation, otherRegion, variant);
    }

    RuleKey as(String otherVariant) {
        return new RuleKey(rule, insurance, relation, region, otherVariant);
    }

    /** What says whether money may be taken for it at all. */
    RuleKey basis() {
        return new RuleKey(Rule.BASIS, insurance, relation, "", "");
    }
}
