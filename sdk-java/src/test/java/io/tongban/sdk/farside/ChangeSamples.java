package io.tongban.sdk.farside;

import io.tongban.api.change.CorrectionOrder;
import io.tongban.api.change.InsuranceChange;
import io.tongban.api.change.InsuranceChangeKind;
import io.tongban.api.change.InsuranceChangeOrder;
import io.tongban.api.change.InsuranceChangeState;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Changes as the gateway shows them. */
public final class ChangeSamples {
    public static final InsuranceChangeOrder ORDER = InsuranceChangeOrder.builder()
            .partnerReference("chg-1")
            .province("44")
            .change(InsuranceChangeKind.PAUSE)
            .insurances(List.of("AAE140:110"))
            .consentReference("consent-1")
            .build();
    public static final CorrectionOrder CORRECTION = CorrectionOrder.builder()
            .partnerReference("cor-1")
            .province("44")
            .mobile("13900000018")
            .consentReference("consent-2")
            .build();
    public static final InsuranceChange CHANGE = new InsuranceChange(
            "chg_1",
            "chg-1",
            "wkr_1",
            "44",
            InsuranceChangeKind.PAUSE,
            "AAE140:110",
            YearMonth.of(2026, 12),
            null,
            InsuranceChangeState.ACCEPTED,
            null,
            null,
            Instant.parse("2026-11-23T09:00:00Z"),
            null,
            1);

    private ChangeSamples() {}
}
