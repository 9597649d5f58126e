package io.tongban.gateway.contribution.payout;

import io.tongban.province.InsuranceKind;
import java.time.YearMonth;
import java.util.Comparator;

/** One month of one insurance of one person, whoever pays out. */
record MonthKey(String personId, InsuranceKind insurance, YearMonth period) {
    /** The order in which months are opened, the same for all. */
    static final Comparator<MonthKey> ORDER = Comparator.comparing(MonthKey::personId)
            .thenComparing(key -> key.insurance().value())
            .thenComparing(MonthKey::period);
}
