package io.tongban.sdk.farside;

import io.tongban.api.policy.InsuranceRelation;
import io.tongban.api.policy.PolicyList;
import io.tongban.api.policy.PolicyMark;
import io.tongban.api.policy.PolicyRule;
import io.tongban.api.policy.PolicyState;
import io.tongban.api.quote.Payer;
import io.tongban.api.quote.Quote;
import io.tongban.api.quote.QuoteLine;
import io.tongban.api.quote.QuoteOption;
import io.tongban.api.quote.QuotePeriod;
import io.tongban.api.quote.QuotePlace;
import io.tongban.api.quote.QuoteRequest;
import io.tongban.api.quote.Sex;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** A quote of a rider in Guangzhou, and the rule behind it. */
public final class QuoteSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final PolicyRule RULE = new PolicyRule(
            "00-pension-flexible-rate",
            "00",
            "rate",
            "AAE140:110",
            InsuranceRelation.FLEXIBLE,
            null,
            null,
            PolicyState.VALUE,
            "person-account 8 %",
            DAY,
            null,
            DAY,
            DAY,
            PolicyMark.THIRD_PARTY,
            "made up for a test",
            false);

    public static final PolicyList RULES = new PolicyList("44", DAY, DAY, "0".repeat(64), List.of(RULE));

    public static final QuoteRequest REQUEST = QuoteRequest.builder()
            .household("430602")
            .workPlace("440106")
            .place(QuotePlace.WORK_PLACE)
            .birthMonth(YearMonth.of(1996, 4))
            .sex(Sex.MALE)
            .relation(InsuranceRelation.FLEXIBLE)
            .insurances(List.of("AAE140:110"))
            .period(QuotePeriod.MONTHLY)
            .build();

    public static final Quote QUOTE = new Quote(
            "44",
            "440106",
            DAY,
            DAY,
            "0".repeat(64),
            MONTH,
            MONTH,
            false,
            List.of(new QuoteOption(
                    "60",
                    551_000L,
                    44_080,
                    0,
                    0,
                    null,
                    false,
                    List.of(new QuoteLine(
                            "AAE140:110",
                            Payer.PERSON,
                            "person-account",
                            MONTH,
                            MONTH,
                            551_000L,
                            "8",
                            44_080,
                            RULE.id(),
                            RULE.source(),
                            PolicyMark.THIRD_PARTY,
                            false,
                            List.of(RULE.id()))))),
            null,
            List.of(RULE));

    private QuoteSamples() {}
}
