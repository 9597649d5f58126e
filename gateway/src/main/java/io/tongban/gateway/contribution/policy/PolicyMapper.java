package io.tongban.gateway.contribution.policy;

import io.tongban.api.policy.InsuranceRelation;
import io.tongban.api.policy.PolicyList;
import io.tongban.api.policy.PolicyMark;
import io.tongban.api.policy.PolicyRule;
import io.tongban.api.policy.PolicyState;
import io.tongban.province.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From entries to the contract's records. */
public final class PolicyMapper {
    private PolicyMapper() {}

    static PolicyList toWire(String province, PolicyDates dates, List<PolicyEntry> entries) {
        return new PolicyList(
                province,
                dates.asOf(),
                dates.knownAt(),
                PolicyBook.digest(entries),
                entries.stream()
                        .map(entry -> toWire(entry, entry.isProvisional(dates.asOf())))
                        .toList());
    }

    /** @param provisional whether what it is used for is provisional because of it */
    public static PolicyRule toWire(PolicyEntry entry, boolean provisional) {
        RuleKey key = entry.key();
        Mark mark = entry.mark();
        return new PolicyRule(
                entry.id(),
                entry.scope(),
                Words.of(key.rule()),
                unlessEmpty(key.insurance()),
                key.relation().isEmpty() ? null : InsuranceRelation.valueOf(key.relation()),
                unlessEmpty(key.region()),
                unlessEmpty(key.variant()),
                PolicyState.valueOf(entry.state()),
                unlessEmpty(entry.valueText()),
                entry.validFrom(),
                entry.validTo(),
                entry.knownFrom(),
                entry.reviewBy(),
                mark == null ? null : PolicyMark.valueOf(mark.name()),
                entry.source(),
                provisional);
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
