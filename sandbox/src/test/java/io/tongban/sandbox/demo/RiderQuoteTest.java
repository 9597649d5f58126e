package io.tongban.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.policy.PolicyMark;
import io.tongban.api.policy.PolicyRule;
import io.tongban.api.policy.PolicyState;
import io.tongban.api.quote.Quote;
import io.tongban.api.quote.QuoteOption;
import io.tongban.sdk.fake.TongbanFake;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiderQuoteTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    @Test
    void tellsOfEachGradeWhatItCostsAndWhoSaysSo() {
        TongbanFake fake = TongbanFake.create();
        fake.quotes().always(new Quote("44", "440106", DAY, DAY, "0", MONTH, MONTH, true, options(), null, rules()));

        assertThat(RiderQuote.told(fake.client()).lines().map(String::strip))
                .contains(
                        "60     5,510.00     1,102.00     4,898.00  PROVISIONAL",
                        "80     7,346.00     1,469.20     4,530.80")
                .last()
                .asString()
                .startsWith("44-floor-guangzhou-2025")
                .endsWith("OFFICIAL    Guangdong");
    }

    private static List<QuoteOption> options() {
        return List.of(
                new QuoteOption("60", 551_000L, 110_200, 0, 0, 489_800L, true, List.of()),
                new QuoteOption("80", 734_600L, 146_920, 0, 0, 453_080L, false, List.of()));
    }

    private static List<PolicyRule> rules() {
        return List.of(new PolicyRule(
                "44-floor-guangzhou-2025",
                "44",
                "base-floor",
                "AAE140:110",
                null,
                "4401",
                null,
                PolicyState.VALUE,
                "5510.00 yuan",
                DAY,
                null,
                DAY,
                DAY,
                PolicyMark.OFFICIAL,
                "Guangdong",
                true));
    }
}
