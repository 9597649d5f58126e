package io.tongban.sandbox.demo;

import io.tongban.api.advice.AdviceRequest;
import io.tongban.api.advice.AdvisedInsurance;
import io.tongban.api.advice.WorkKind;
import io.tongban.api.quote.Sex;
import io.tongban.sdk.Tongban;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Which insurances fit a rider in Guangzhou who has residents' medical insurance at home, and why. */
final class RiderAdvice {
    private static final AdviceRequest RIDER = AdviceRequest.builder()
            .household("430602")
            .workPlace("440106")
            .birthMonth(YearMonth.of(1996, 4))
            .sex(Sex.MALE)
            .work(WorkKind.PLATFORM)
            .monthlyIncomeFen(500_000)
            .held(List.of("AAE140:390"))
            .build();

    private RiderAdvice() {}

    static String told(Tongban tongban) {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%n  What fits him, with 5,000.00 yuan a month; the choice is his:%n"));
        for (AdvisedInsurance item : tongban.advice().advise(RIDER).items()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-10s %-10s %s%n",
                    item.insurance(),
                    item.verdict(),
                    item.reasons().get(0).text().en()));
        }
        return text.toString();
    }
}
