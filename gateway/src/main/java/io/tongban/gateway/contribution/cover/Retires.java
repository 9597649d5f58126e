package io.tongban.gateway.contribution.cover;

import io.tongban.gateway.contribution.policy.PolicyEntry;
import java.time.YearMonth;
import java.util.List;

/** The month in which a person reaches the retirement age, and the entries that say so. */
public record Retires(YearMonth month, List<PolicyEntry> behind) {
    public Retires {
        behind = List.copyOf(behind);
    }
}
