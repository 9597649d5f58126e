package io.tongban.sdk.farside;

import io.tongban.api.advice.Advice;
import io.tongban.api.advice.AdviceCode;
import io.tongban.api.advice.AdviceReason;
import io.tongban.api.advice.AdviceRequest;
import io.tongban.api.advice.AdviceVerdict;
import io.tongban.api.advice.AdvisedInsurance;
import io.tongban.api.advice.WorkKind;
import io.tongban.api.cover.CoverText;
import io.tongban.api.decline.Decline;
import io.tongban.api.decline.DeclineCount;
import io.tongban.api.decline.DeclineCounts;
import io.tongban.api.decline.DeclineReason;
import io.tongban.api.decline.DeclineReport;
import io.tongban.api.decline.Sector;
import io.tongban.api.policy.InsuranceRelation;
import io.tongban.api.quote.QuotePeriod;
import io.tongban.api.quote.QuotePlace;
import io.tongban.api.quote.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Advice for a rider, and a decline. */
public final class AdviceSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    public static final AdviceRequest REQUEST = AdviceRequest.builder()
            .household("430602")
            .workPlace("440106")
            .birthMonth(YearMonth.of(1996, 4))
            .sex(Sex.MALE)
            .work(WorkKind.PLATFORM)
            .monthlyIncomeFen(500_000)
            .build();

    public static final Advice ADVICE = new Advice(
            DAY,
            DAY,
            List.of(new AdvisedInsurance(
                    "AAE140:110",
                    InsuranceRelation.FLEXIBLE,
                    QuotePlace.WORK_PLACE,
                    AdviceVerdict.FITS,
                    List.of(new AdviceReason(
                            AdviceCode.INCOME_IN_BAND, new CoverText("建议", "advised"), null, null, null, false)),
                    110_200L,
                    QuotePeriod.MONTHLY,
                    true)));

    public static final DeclineReport REPORT = DeclineReport.builder()
            .partnerReference("decline-1")
            .province("44")
            .sector(Sector.FOOD_DELIVERY)
            .reason(DeclineReason.CANNOT_AFFORD)
            .build();

    public static final Decline DECLINE = new Decline(
            "dec_1",
            "decline-1",
            "44",
            Sector.FOOD_DELIVERY,
            DeclineReason.CANNOT_AFFORD,
            Instant.parse("2026-11-28T04:00:00Z"));

    public static final DeclineCounts COUNTS = new DeclineCounts(
            YearMonth.of(2026, 10),
            List.of(new DeclineCount("44", Sector.FOOD_DELIVERY, DeclineReason.CANNOT_AFFORD, 12)));

    private AdviceSamples() {}
}
