package io.tongban.sandbox.demo;

import io.tongban.api.policy.InsuranceRelation;
import io.tongban.api.policy.PolicyRule;
import io.tongban.api.quote.Quote;
import io.tongban.api.quote.QuoteOption;
import io.tongban.api.quote.QuotePeriod;
import io.tongban.api.quote.QuotePlace;
import io.tongban.api.quote.QuoteRequest;
import io.tongban.api.quote.RetirementQuote;
import io.tongban.api.quote.Sex;
import io.tongban.sdk.Tongban;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** What the pension would cost a rider in Guangzhou in each grade, and who says so. */
final class RiderQuote {
    private static final QuoteRequest RIDER = QuoteRequest.builder()
            .household("430602")
            .workPlace("440106")
            .place(QuotePlace.WORK_PLACE)
            .birthMonth(YearMonth.of(1996, 4))
            .sex(Sex.MALE)
            .relation(InsuranceRelation.FLEXIBLE)
            .insurances(List.of("AAE140:110"))
            .period(QuotePeriod.MONTHLY)
            .monthlyIncomeFen(600_000L)
            .paidMonths(26)
            .build();

    private RiderQuote() {}

    static String told(Tongban tongban) {
        Quote quote = tongban.quotes().quote(RIDER);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "  A rider in Guangzhou, 6,000.00 yuan a month, pension (AAE140:110) for %s, rules as of %s:%n"
                        + "  %6s %12s %12s %12s%n",
                quote.from(),
                quote.asOf(),
                "grade",
                "base yuan",
                "pays yuan",
                "keeps yuan"));
        quote.options().forEach(option -> text.append(line(option)));
        RetirementQuote retirement = quote.retirement();
        if (retirement != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "  may retire in %s, from %s to %s; years to the minimum: %s%n",
                    retirement.statutory(),
                    retirement.earliest(),
                    retirement.latest(),
                    retirement.missingYears()));
        }
        quote.rules().forEach(rule -> text.append(source(rule)));
        return text.toString();
    }

    private static String line(QuoteOption option) {
        Long base = option.baseFen();
        Long remains = option.remainsFen();
        return String.format(
                Locale.ROOT,
                "  %6s %12s %12s %12s%s%n",
                option.grade(),
                base == null ? "" : yuan(base),
                yuan(option.personFen()),
                remains == null ? "" : yuan(remains),
                option.provisional() ? "  PROVISIONAL" : "");
    }

    private static String source(PolicyRule rule) {
        return String.format(Locale.ROOT, "  %-28s %-11s %s%n", rule.id(), rule.mark(), rule.source());
    }

    private static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,d.%02d", fen / 100, fen % 100);
    }
}
