package io.tongban.sdk.farside;

import io.tongban.api.cover.CoverText;
import io.tongban.api.policy.PolicyMark;
import io.tongban.api.subsidy.ContributionProof;
import io.tongban.api.subsidy.MonthlyIncome;
import io.tongban.api.subsidy.ProofRequest;
import io.tongban.api.subsidy.ProofSource;
import io.tongban.api.subsidy.SubsidyClaim;
import io.tongban.api.subsidy.SubsidyClaimOrder;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Half of a contribution, refunded to a rider. */
public final class SubsidySamples {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

    public static final ProofRequest REQUEST = ProofRequest.builder()
            .insurance("AAE140:110")
            .period(OCTOBER)
            .consentReference("consent-17")
            .build();

    public static final ContributionProof PROOF =
            new ContributionProof("wkr_1", "AAE140:110", OCTOBER, "44", ProofSource.GATEWAY, NOW);

    public static final SubsidyClaimOrder ORDER = SubsidyClaimOrder.builder()
            .partnerReference("subsidy-17")
            .insurance("AAE140:110")
            .period(OCTOBER)
            .workPlace("440106")
            .incomes(List.of(income(OCTOBER), income(OCTOBER.minusMonths(1)), income(OCTOBER.minusMonths(2))))
            .consentReference("consent-17")
            .build();

    public static final SubsidyClaim CLAIM = new SubsidyClaim(
            "sub_1",
            "subsidy-17",
            PROOF,
            "440106",
            551_000,
            3,
            55_100,
            "00-subsidy-share",
            "Announcement of a platform",
            PolicyMark.THIRD_PARTY,
            false,
            NOW,
            new CoverText("平台补贴551.00元。", "The platform refunds 551.00 yuan."));

    private SubsidySamples() {}

    private static MonthlyIncome income(YearMonth month) {
        return MonthlyIncome.builder().period(month).incomeFen(620_000).build();
    }
}
