package io.tongban.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.advice.Advice;
import io.tongban.api.advice.AdviceCode;
import io.tongban.api.advice.AdviceReason;
import io.tongban.api.advice.AdviceVerdict;
import io.tongban.api.advice.AdvisedInsurance;
import io.tongban.api.cover.CoverText;
import io.tongban.api.policy.InsuranceRelation;
import io.tongban.api.quote.QuotePlace;
import io.tongban.sdk.fake.TongbanFake;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiderAdviceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @Test
    void tellsWhatFitsAndWhy() {
        TongbanFake fake = TongbanFake.create();
        fake.advice()
                .always(new Advice(
                        DAY,
                        DAY,
                        List.of(new AdvisedInsurance(
                                "AAE140:110",
                                InsuranceRelation.FLEXIBLE,
                                QuotePlace.WORK_PLACE,
                                AdviceVerdict.FITS,
                                List.of(new AdviceReason(
                                        AdviceCode.INCOME_IN_BAND,
                                        new CoverText("建议", "because it does"),
                                        null,
                                        null,
                                        null,
                                        false)),
                                null,
                                null,
                                false))));

        assertThat(RiderAdvice.told(fake.client())).contains("AAE140:110", "FITS", "because it does");
    }
}
